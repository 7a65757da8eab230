import { dateOf } from '../fields/day.js';
import { codeOf } from '../fields/field.js';
import { choiceLabel } from '../fields/sentence.js';
import { fields } from '../sources/debriefing-score/debriefing-score.fields.js';
import { debriefingScore } from '../sources/debriefing-score/debriefing-score.source.js';
import { type RuleMet, rowsOfCadre, type TalkCheck } from './rule-met.js';

const BASICALLY = codeOf(fields.grade, 'basically_competent');
const INCOMPETENT = codeOf(fields.grade, 'incompetent');

/** Debriefings held by the day with a grade below competent. */
export const poorDebriefings: TalkCheck = (evidence, cadre, day) => {
  const { rows, positions } = rowsOfCadre(evidence, debriefingScore, cadre);
  return positions.flatMap((row): RuleMet[] => {
    const grade = rows.grade?.[row] ?? -1;
    const heldOn = rows.held_on?.[row] ?? day;
    if (heldOn > day || (grade !== BASICALLY && grade !== INCOMPETENT)) return [];
    const name = choiceLabel(fields.grade, grade);
    const date = dateOf(heldOn);
    return [
      {
        rule: grade === BASICALLY ? 'basically-competent' : 'incompetent',
        source: debriefingScore.key,
        row,
        metOn: heldOn,
        reason: {
          en: `The debriefing of ${rows.year?.[row]}, held on ${date}, was graded “${name.en.toLowerCase()}”.`,
          'zh-CN': `${rows.year?.[row]}年度述职评议（${date}）等次为“${name['zh-CN']}”。`,
        },
      },
    ];
  });
};
