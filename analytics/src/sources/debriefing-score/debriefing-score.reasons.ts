import type { Rows } from '../../fields/field.js';
import type { Labels } from '../../fields/labels.js';
import { choiceLabel, figure } from '../../fields/sentence.js';
import { type DebriefingFields, fields } from './debriefing-score.fields.js';
import type { DebriefingPolicy } from './debriefing-score.policy.js';

function result(rows: Rows<DebriefingFields>, row: number): Labels {
  const grade = choiceLabel(fields.grade, rows.grade[row]);
  const year = rows.year[row];
  const score = figure(rows.score[row]);
  return {
    en: `${grade.en} with ${score} in ${year}`,
    'zh-CN': `${year}年度${grade['zh-CN']}，得分${score}`,
  };
}

/** Why an assessment among the latest years gives what it gives. */
export function reasonCounted(
  rows: Rows<DebriefingFields>,
  row: number,
  weight: number,
  gradePoints: number,
  policy: DebriefingPolicy,
): Labels {
  const what = result(rows, row);
  const { below, points } = policy.shortfall;
  const grade =
    gradePoints === 0
      ? { en: '', 'zh-CN': '' }
      : {
          en: ` (${gradePoints} points for the grade)`,
          'zh-CN': `（等次计${gradePoints}分）`,
        };
  const short = below - rows.score[row];
  const low =
    short > 0
      ? {
          en: `, ${figure(short)} below ${below} at ${points} each`,
          'zh-CN': `，低于${below}分${figure(short)}分，每分${points}`,
        }
      : { en: '', 'zh-CN': '' };
  return {
    en: `${what.en}${grade.en}${low.en}; weight of the year ${weight}`,
    'zh-CN': `${what['zh-CN']}${grade['zh-CN']}${low['zh-CN']}；该年权重${weight}`,
  };
}

/** Why an assessment gives nothing: too old, replaced by a later one of its year, or not among the latest years. */
export function reasonPassedOver(
  rows: Rows<DebriefingFields>,
  row: number,
  tooOld: boolean,
  replaced: boolean,
  policy: DebriefingPolicy,
): Labels {
  const what = result(rows, row);
  if (tooOld) {
    return {
      en: `${what.en}: held ${policy.windowDays} days ago or more, so it counts 0`,
      'zh-CN': `${what['zh-CN']}：距今已满${policy.windowDays}天，不计分`,
    };
  }
  if (replaced) {
    return {
      en: `${what.en}: another assessment of the year counts, so this one counts 0`,
      'zh-CN': `${what['zh-CN']}：同年度以另一次评议为准，不计分`,
    };
  }
  return {
    en: `${what.en}: only the three latest years count, so it counts 0`,
    'zh-CN': `${what['zh-CN']}：只计最近三个年度，不计分`,
  };
}
