import {
  type Evidence,
  mergeRuns,
  orderRun,
  type Run,
  scoreCadres,
  sources,
} from '@probity/analytics';
import type { PartRequest } from './part-messages.js';

/** One thread's share of the work, over evidence that all of them see. */
export class Part {
  #evidence: Evidence | undefined;

  /** Does a step; returns the run where one was put in order. Throws where there is no evidence yet. */
  work(request: PartRequest): Run | undefined {
    if (request.step === 'evidence') {
      this.#evidence = request.evidence;
      return undefined;
    }
    if (request.step === 'merge') {
      const { round, runs, slice, sliceCount } = request;
      mergeRuns(round.scores, sources, round.held, runs, slice, sliceCount);
      return undefined;
    }
    const evidence = this.#evidence;
    if (!evidence) throw new Error('asked to score before there was any evidence');
    if (request.step === 'order') {
      const { round, from, to } = request;
      return orderRun(round.scores, evidence.cadres, sources, round.held, from, to);
    }
    const { policy, scores, next, pieces } = request;
    // Whoever is free takes the next piece, so that a busy core keeps nobody waiting for long.
    for (let piece = Atomics.add(next, 0, 1); piece + 1 < pieces.length; ) {
      const [from = 0, to = 0] = pieces.slice(piece, piece + 2);
      scoreCadres(evidence, { from, to }, policy, scores);
      piece = Atomics.add(next, 0, 1);
    }
    return undefined;
  }
}
