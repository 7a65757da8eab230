import { type FollowUpKind, sessionKinds } from '@probity/analytics';
import { formats, t, told } from '../../messages/words.js';

/** What names a follow-up among those of its person and kind. */
export interface NamedFollowUp {
  readonly kind: string;
  /** Its record; the period where it follows from the lack of one. */
  readonly ref: string;
  readonly dueOn: string;
}

const YEAR = /^\d{4}$/;

/** What stands for the period of a kind that follows from no record. */
const periods: Partial<Record<FollowUpKind, (followUp: NamedFollowUp) => string>> = {
  // Its period is the day it is due, which is told beside it.
  'heart-to-heart': () => t('followUps.about.talk'),
  // It opens when a posting ends, or in post on the day it is due.
  'hold-audit': ({ ref, dueOn }) =>
    ref === dueOn
      ? t('followUps.about.inPost')
      : t('followUps.about.posting', { date: formats.value.date(ref) }),
  train({ ref }) {
    const [kind = '', year = ''] = ref.split('/');
    const labels = Object.entries(sessionKinds).find(([code]) => code === kind)?.[1];
    return `${told(labels) || kind} ${t('followUps.about.year', { year })}`;
  },
};

/** What a follow-up is about, beside its kind: its record by number, or its period in words. */
export function followUpAbout(followUp: NamedFollowUp): string {
  const { kind, ref } = followUp;
  if (YEAR.test(ref)) return t('followUps.about.year', { year: ref });
  return periods[kind as FollowUpKind]?.(followUp) ?? ref;
}
