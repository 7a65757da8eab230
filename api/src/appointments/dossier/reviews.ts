import {
  type Day,
  dateOf,
  departmentLabel,
  type Field,
  type Language,
  type Policy,
  requiredItems,
  WorkingDays,
} from '@probity/analytics';
import { say } from '../../platform/http/language.js';
import type { CaseFile } from '../cases/case-file.js';
import { kindOf } from '../cases/case-query.sql.js';
import { countOpinions } from '../cases/opinion-counts.js';
import type { DossierAnswer } from './dossier.dto.js';
import type { RegisteredPosts } from './filled-posts.service.js';

/** A date that has come by the day. */
const dateBy = (on: Day, day: Day) => (on <= day ? dateOf(on) : null);

const lastBy = <T>(facts: readonly T[], on: (fact: T) => Day, day: Day): T | undefined =>
  facts
    .filter((fact) => on(fact) <= day)
    .toSorted((a, b) => on(a) - on(b))
    .at(-1);

const fieldOf = (kind: string, name: string): Field => kindOf(kind).fields[name] as Field;

const valuesOf = (field: Field, language: Language) =>
  Object.entries(field.values ?? {}).map(([key, labels]) => ({
    key,
    label: say(labels, language),
  }));

/** The headcount pre-review beside what the registers say. */
export function headcountOf(
  { facts }: CaseFile,
  registered: RegisteredPosts | null,
  day: Day,
): DossierAnswer['headcount'] {
  const last = lastBy(facts.headcountReviews, ({ reviewedOn }) => reviewedOn, day);
  if (!last) return { review: null, registered, differences: [] };
  const { ref: _, reviewedOn, ...review } = last;
  const differences = (['establishedPosts', 'filledPosts'] as const).filter((name) => {
    const count = registered?.[name] ?? null;
    return count !== null && count !== review[name];
  });
  return { review: { ...review, reviewedOn: dateOf(reviewedOn) ?? '' }, registered, differences };
}

/** Every item of the file by its latest review. */
export function fileItemsOf({ facts }: CaseFile, day: Day, policy: Policy, language: Language) {
  const needed = requiredItems(policy);
  return valuesOf(fieldOf('file-review', 'item'), language).map(({ key, label }) => {
    const ofItem = facts.fileReviews.filter(({ item }) => item === key);
    const last = lastBy(ofItem, ({ reviewedOn }) => reviewedOn, day);
    return {
      ...{ key, label, required: needed.includes(key), result: last?.result ?? null },
      reviewedOn: last ? dateOf(last.reviewedOn) : null,
      resolvedOn: last ? dateBy(last.resolvedOn, day) : null,
    };
  });
}

/** The departments that policy asks for, and whoever else was asked, each with its own deadline. */
export function departmentsOf(
  { facts, records }: CaseFile,
  day: Day,
  policy: Policy,
  language: Language,
): DossierAnswer['departments'] {
  const required = policy.appointments.requiredDepartments;
  const asked = facts.replies
    .map((fact, at) => ({ ...fact, cells: records['joint-review-reply'][at] }))
    .filter(({ requestedOn }) => requestedOn <= day);
  const keys = [...new Set([...required, ...asked.map(({ department }) => department)])];
  return keys.map((key) => {
    const ofKey = asked.filter(({ department }) => department === key);
    const last = lastBy(ofKey, ({ requestedOn }) => requestedOn, day);
    const replied = last !== undefined && last.repliedOn <= day;
    const dueOn = (last?.cells?.due_on ?? null) as string | null;
    const until = dateOf(replied ? last.repliedOn : day) ?? '';
    return {
      ...{ key, label: say(departmentLabel(key), language), required: required.includes(key) },
      ...{ requestedOn: last ? dateOf(last.requestedOn) : null, dueOn },
      repliedOn: replied ? dateOf(last.repliedOn) : null,
      daysLate: dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, until)),
      opinion: replied ? (last.opinion as DossierAnswer['departments'][number]['opinion']) : null,
      reason: replied ? ((last.cells?.reason ?? null) as string | null) : null,
    };
  });
}

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The notices that were posted, with how long each has been public. */
export function noticesOf({ facts, records }: CaseFile, day: Day, policy: Policy) {
  const { noticeDays: neededDays, noticeCountIn } = policy.appointments;
  const working = noticeCountIn === 'workingDays' ? new WorkingDays(facts.calendar) : undefined;
  return facts.notices.flatMap((fact, at): DossierAnswer['notices'] => {
    const { postedOn, endsOn, objectionCount, objectionsSettledOn } = fact;
    if (postedOn > day) return [];
    const kind = (records['inspection-notice'][at]?.kind ?? null) as never;
    const until = Math.min(day, endsOn);
    const publicDays = working ? working.between(postedOn, until) : Math.max(0, until - postedOn);
    const dates = { postedOn: dateOf(postedOn) ?? '', endsOn: dateOf(endsOn) ?? '' };
    const settledOn = dateBy(objectionsSettledOn, day);
    const told = { publicDays, neededDays, objectionCount, objectionsSettledOn: settledOn };
    return [{ kind, ...dates, ...told }];
  });
}

/** The opinions for the case, counted by group and circle. */
export function opinionsOf(
  { facts }: CaseFile,
  day: Day,
  { appointments }: Policy,
  language: Language,
): DossierAnswer['opinions'] {
  const counts = countOpinions(facts, day);
  const sums = (name: 'respondent' | 'circle', required: readonly string[]) =>
    valuesOf(fieldOf('inspection-opinion', name), language).map((value) => ({
      ...value,
      required: required.includes(value.key),
      count: counts
        .filter((one) => one[name] === value.key)
        .reduce((sum, { count }) => sum + count, 0),
    }));
  return {
    groups: sums('respondent', appointments.respondents),
    circles: sums('circle', appointments.circles),
    counts,
  };
}
