import { type Day, dateOf } from '../../fields/day.js';
import type { Field } from '../../fields/field.js';
import type { Labels } from '../../fields/labels.js';
import { fields } from '../../sources/debriefing-score/debriefing-score.fields.js';
import { type FindingFact, latest } from '../facts/facts.js';
import { against, type GateCheck } from '../reason.js';

const grades: Field = fields.grade;

/** The latest debriefing suffices; of one year the one held later counts. */
export const checkDebriefing: GateCheck = ({ facts, day, policy }) => {
  const last = latest(
    facts.debriefings.filter(({ heldOn }) => heldOn <= day),
    ({ year }) => year,
    ({ heldOn }) => heldOn,
  );
  if (!last || policy.appointments.sufficientGrades.includes(last.grade)) return [];
  const grade: Labels = grades.values?.[last.grade] ?? { en: last.grade, 'zh-CN': last.grade };
  return [
    against(
      'debriefing',
      last.ref,
      {
        en: `The debriefing of ${last.year}: ${grade.en.toLowerCase()}`,
        'zh-CN': `${last.year}年度述职评议：${grade['zh-CN']}`,
      },
      { en: 'a later debriefing that suffices', 'zh-CN': '此后述职评议合格' },
    ),
  ];
};

/** No grave finding is open, that is not rectified, or not rectified again after a failed visit. */
export const checkFindings: GateCheck = ({ facts, day, policy }) =>
  facts.findings
    .filter(({ foundOn }) => foundOn <= day)
    .filter(({ severity }) => severity >= policy.appointments.openFindingSeverity)
    .filter((finding) => isOpen(finding, day))
    .map(({ ref, severity }) =>
      against(
        'open-finding',
        ref,
        {
          en: `A finding of severity ${severity} is open`,
          'zh-CN': `严重程度${severity}的审计问题尚未整改`,
        },
        { en: 'its rectification', 'zh-CN': '完成整改' },
      ),
    );

function isOpen(finding: FindingFact, day: Day): boolean {
  const { rectifiedOn, returnVisitedOn, returnVisitResult, reRectifiedOn } = finding;
  if (rectifiedOn > day) return true;
  const failed = returnVisitedOn <= day && returnVisitResult === 'not_rectified';
  return failed && reRectifiedOn > day;
}

/** No admonition of late. */
export const checkAdmonitions: GateCheck = ({ facts, day, policy }) => {
  const { admonitionDays } = policy.appointments;
  return facts.talks
    .filter(({ kind, heldOn }) => kind === 'admonition' && heldOn <= day)
    .filter(({ heldOn }) => heldOn > day - admonitionDays)
    .map(({ ref, heldOn }) =>
      against(
        'admonition',
        ref,
        { en: `Admonished on ${dateOf(heldOn)}`, 'zh-CN': `${dateOf(heldOn)}受到批评诫勉` },
        until(heldOn + admonitionDays),
      ),
    );
};

/** No sanction in effect. */
export const checkSanctions: GateCheck = ({ facts, day }) =>
  facts.sanctions
    .filter(({ decidedOn, effectUntil }) => decidedOn <= day && effectUntil >= day)
    .map(({ ref, effectUntil }) =>
      against(
        'sanction',
        ref,
        {
          en: `A sanction is in effect until ${dateOf(effectUntil)}`,
          'zh-CN': `处分影响期至${dateOf(effectUntil)}`,
        },
        until(effectUntil + 1),
      ),
    );

/** What only time clears. */
export function until(day: Day): Labels {
  return { en: `time, on ${dateOf(day)}`, 'zh-CN': `${dateOf(day)}起影响期满` };
}
