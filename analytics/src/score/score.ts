import { type Evidence, rowsOf } from '../evidence/evidence.js';
import { headsUnit } from '../evidence/standing.js';
import type { Day } from '../fields/day.js';
import type { Policy } from '../policy/schema.js';
import { millipoints, type Source } from '../source.js';
import { sources as allSources } from '../sources/index.js';
import { bandOf } from './band.js';
import { clamp } from './cap.js';
import { momentOf } from './moment.js';
import { orderScores } from './order.js';
import { emptyScores, type Scores } from './scores.js';

/** Which cadres to score: a run of indexes (`to` exclusive), so that threads can share the work, or a list. */
export type Cadres = { readonly from: number; readonly to: number } | ArrayLike<number>;

/** Everyone's score as of a day. */
export function scoreAll(
  evidence: Evidence,
  day: Day,
  policy: Policy,
  sources: readonly Source[] = allSources,
): Scores {
  const { count } = evidence.cadres;
  const scores = emptyScores(day, count, sources);
  scoreCadres(evidence, { from: 0, to: count }, policy, scores, sources);
  orderScores(scores, evidence.cadres, sources);
  return scores;
}

/** Scores these cadres anew as of `into`'s day and puts everyone in order again. Returns `into`. Throws a RangeError if it is of other cadres. */
export function scoreSome(
  evidence: Evidence,
  cadres: ArrayLike<number>,
  policy: Policy,
  into: Scores,
  sources: readonly Source[] = allSources,
): Scores {
  scoreCadres(evidence, cadres, policy, into, sources);
  orderScores(into, evidence.cadres, sources);
  return into;
}

/** Scores these cadres into `scores`, which threads may share, without putting anyone in order. */
export function scoreCadres(
  evidence: Evidence,
  cadres: Cadres,
  policy: Policy,
  scores: Scores,
  sources: readonly Source[] = allSources,
): void {
  if (scores.count !== evidence.cadres.count) {
    throw new RangeError(`scores of ${scores.count} cadres, not of ${evidence.cadres.count}`);
  }
  const each = visitor(cadres);
  each((cadre) => {
    scores.total[cadre] = 0;
    scores.present[cadre] = 0;
    scores.applicable[cadre] = 0;
  });
  for (const source of sources) scoreSource(evidence, each, policy, scores, source);
  const band = bandOf(policy);
  each((cadre) => {
    const { total, present, applicable } = scores;
    scores.band[cadre] = band(total[cadre], present[cadre], applicable[cadre]);
  });
}

type Each = (visit: (cadre: number) => void) => void;

function visitor(cadres: Cadres): Each {
  return (visit) => {
    if ('from' in cadres) {
      for (let cadre = cadres.from; cadre < cadres.to; cadre++) visit(cadre);
    } else {
      for (let at = 0; at < cadres.length; at++) visit(cadres[at]);
    }
  };
}

function scoreSource(
  evidence: Evidence,
  each: Each,
  policy: Policy,
  scores: Scores,
  source: Source,
): void {
  const at = momentOf(source, scores.day, policy);
  const cap = millipoints(at.policy.cap);
  const { from: starts, rows } = rowsOf(evidence, source);
  const subtotals = scores.subtotals[source.key];
  const { coverage } = source;
  each((cadre) => {
    const from = starts[cadre];
    const to = starts[cadre + 1];
    const subtotal = from === to ? 0 : clamp(source.points(rows, from, to, at), cap);
    subtotals[cadre] = subtotal;
    scores.total[cadre] += subtotal;
    if (!coverage) return;
    if (coverage.asks === 'heads' && !headsUnit(evidence.cadres, cadre, scores.day)) return;
    scores.applicable[cadre]++;
    if (from !== to && coverage.present(rows, from, to, at)) scores.present[cadre]++;
  });
}
