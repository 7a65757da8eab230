import { personInScope } from '../../../platform/access/person-in-scope.sql.js';

/** What is possible, but likely wrong, of rows just written: how they are found, and what is said of them. */
export interface Look {
  /** Stable, for programs (kebab-case). */
  readonly code: string;
  /** The field it is about. */
  readonly column: string;
  /** What it is and what to do; `%s` stands for `said`. */
  readonly en: string;
  readonly zh: string;
  /** SQL for the cell. */
  readonly value: string;
  /** SQL for what stands for `%s`. */
  readonly said?: string;
  /** SQL: joins to the rows written `n`, and what is true of those that are noted. */
  readonly joins?: string;
  readonly where: string;
}

/** SQL: whether a version is the one that counts now; `t` is its alias. */
export const counts = (t: string): string =>
  `${t}.superseded_at IS NULL AND ${t}.withdrawn_reason IS NULL`;

/** SQL for today, as the product has it. */
export const today = `(SELECT coalesce(placed_on, current_date) FROM commit_clock)`;

/** SQL: whether whoever sent the rows may be told of a person; `asker` has the values. */
export const seenByAsker = (cadre: string): string =>
  personInScope(cadre, {
    hidden: '(SELECT hidden FROM asker)',
    enter: '(SELECT enter FROM asker)',
    leave: '(SELECT leave FROM asker)',
  });
