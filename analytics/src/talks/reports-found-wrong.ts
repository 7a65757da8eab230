import { type Day, dateOf, NO_DAY } from '../fields/day.js';
import { codeOf } from '../fields/field.js';
import type { Labels } from '../fields/labels.js';
import { fields } from '../sources/personal-matter-report/personal-matter-report.fields.js';
import { personalMatterReport } from '../sources/personal-matter-report/personal-matter-report.source.js';
import { type RuleMet, rowsOfCadre, type TalkCheck } from './rule-met.js';
import type { TalkRule } from './talk-rules.js';

const OMITTED = codeOf(fields.check_result, 'omitted');
const CONCEALED = codeOf(fields.check_result, 'concealed');

/** Reports in which a check found something omitted or concealed, by the day of the check (without one the day they were due). */
export const reportsFoundWrong: TalkCheck = (evidence, cadre, day) => {
  const { rows, positions } = rowsOfCadre(evidence, personalMatterReport, cadre);
  return positions.flatMap((row): RuleMet[] => {
    const result = rows.check_result?.[row];
    if (result !== OMITTED && result !== CONCEALED) return [];
    const checkedOn = rows.checked_on?.[row] ?? NO_DAY;
    const metOn = checkedOn === NO_DAY ? (rows.due_on?.[row] ?? NO_DAY) : checkedOn;
    // A check after the day has not been made yet.
    if (metOn > day) return [];
    const rule = result === OMITTED ? 'omitted-matter' : 'concealed-matter';
    return [{ rule, source: personalMatterReport.key, row, metOn, reason: reasonOf(rule, metOn) }];
  });
};

function reasonOf(rule: TalkRule, on: Day): Labels {
  const date = dateOf(on);
  return rule === 'omitted-matter'
    ? {
        en: `The check of the report found a matter omitted (${date}).`,
        'zh-CN': `核查发现报告漏报有关事项（${date}）。`,
      }
    : {
        en: `The check of the report found a matter concealed (${date}).`,
        'zh-CN': `核查发现报告瞒报有关事项（${date}）。`,
      };
}
