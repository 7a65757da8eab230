import type { Evidence, Policy, Run, Scores } from '@probity/analytics';

/** What one round of scoring needs, in memory that all threads share. */
export interface Round {
  readonly scores: Scores;
  /** A place for every cadre while they are put in order. */
  readonly held: Uint32Array;
}

/** What the scoring thread asks another one to do with its part of everyone. */
export type PartRequest =
  | { readonly step: 'evidence'; readonly evidence: Evidence }
  | {
      readonly step: 'score';
      readonly policy: Policy;
      readonly scores: Scores;
      /** A counter that all threads share: the next pieces of everyone to be scored. */
      readonly next: Int32Array;
      readonly pieces: readonly number[];
    }
  | { readonly step: 'order'; readonly round: Round; readonly from: number; readonly to: number }
  | {
      readonly step: 'merge';
      readonly round: Round;
      readonly runs: readonly Run[];
      readonly slice: number;
      readonly sliceCount: number;
    };

/** Done, with the run that was put in order where that was asked; or why not. */
export type PartReply = { readonly run?: Run } | { readonly error: string };
