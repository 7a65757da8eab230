import type { Texts } from '../evidence/texts.js';

/** What obligations follow from: a source, or the register of what people contest. */
export interface Origin {
  /** The source's or the register's key. */
  readonly key: string;
  /** What the records in its rows are called. */
  readonly refs: Texts;
}
