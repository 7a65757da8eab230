import { type Evidence, rowsOf } from '../evidence/evidence.js';
import { headsUnit } from '../evidence/standing.js';
import type { Day } from '../fields/day.js';
import type { Policy } from '../policy/schema.js';
import type { Source } from '../source.js';
import { sources as allSources } from '../sources/index.js';
import { bandOf } from './band.js';
import { orderScores } from './order/order.js';
import { reorderScores } from './order/reorder.js';
import { emptyScores, type Scores } from './scores.js';
import { type SourceScoring, scoreRun, scoringOf } from './source-scoring.js';

/** Which cadres to score: a run of indexes (`to` exclusive), so that threads can share the work, or a list. */
export type Cadres = { readonly from: number; readonly to: number } | ArrayLike<number>;

/** So many cadres are scored by one source after another while their sums are still in the nearest cache. */
const CADRES_AT_ONCE = 2048;

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

/** Scores these cadres (each once) anew as of `into`'s day and puts everyone, who were in order, in order again. Returns `into`. Throws a RangeError if it is of other cadres. */
export function scoreSome(
  evidence: Evidence,
  cadres: ArrayLike<number>,
  policy: Policy,
  into: Scores,
  sources: readonly Source[] = allSources,
): Scores {
  scoreCadres(evidence, cadres, policy, into, sources);
  reorderScores(into, evidence.cadres, sources, cadres);
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
  const scorings = sources.map((source) =>
    scoringOf(source, rowsOf(evidence, source), policy, scores, evidence.calendar),
  );
  const score = (from: number, to: number) =>
    scoreTogether(evidence, scorings, policy, scores, from, to);
  if ('from' in cadres) {
    for (let from = cadres.from; from < cadres.to; from += CADRES_AT_ONCE) {
      score(from, Math.min(from + CADRES_AT_ONCE, cadres.to));
    }
  } else {
    for (let at = 0; at < cadres.length; at++) score(cadres[at], cadres[at] + 1);
  }
}

/** Scores neighbouring cadres (`to` exclusive) by all sources. */
function scoreTogether(
  { cadres }: Evidence,
  scorings: readonly SourceScoring[],
  policy: Policy,
  scores: Scores,
  from: number,
  to: number,
): void {
  const { total, present, applicable, band } = scores;
  total.fill(0, from, to);
  present.fill(0, from, to);
  const asked = { everyone: 0, heads: 0 };
  for (const scoring of scorings) {
    scoreRun(scoring, scores, cadres, from, to);
    const asks = scoring.source.coverage?.asks;
    if (asks) asked[asks]++;
  }
  const bandAt = bandOf(policy);
  for (let cadre = from; cadre < to; cadre++) {
    const heads = asked.heads > 0 && headsUnit(cadres, cadre, scores.day);
    const asks = heads ? asked.everyone + asked.heads : asked.everyone;
    applicable[cadre] = asks;
    band[cadre] = bandAt(total[cadre], present[cadre], asks);
  }
}
