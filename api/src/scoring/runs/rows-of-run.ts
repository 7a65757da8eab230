/** A row that no later run has ended yet holds until this one, which never comes. */
export const NEVER = '9223372036854775807';

const rowsWith = (base: string, alias: string, run: string): string =>
  `${alias}.run_id = (SELECT ${base} FROM scoring_runs WHERE id = ${run})
     AND ${alias}.from_run <= ${run} AND ${alias}.until_run > ${run}`;

/**
 * SQL for the rows of a run in `scores` (called `alias`): runs of one day share the
 * rows of the first of them, each as long as it holds. `run` is SQL for the run's number.
 */
export const rowsOfRun = (alias: string, run: string): string => rowsWith('base_id', alias, run);

/** The same in `follow_ups`, which go on when all scores are written anew. */
export const followUpsOfRun = (alias: string, run: string): string =>
  rowsWith('coalesce(follow_ups_base_id, base_id)', alias, run);

/** SQL for the numbers of those who were erased after a run (`run` of `scoring_runs`) was made. */
export const erasedSince = (run: string): string =>
  `SELECT x.cadre_id FROM removed_records x JOIN removals ON removals.id = x.removal_id
     WHERE removals.cause = 'erasure' AND x.removed_at > ${run}.known_at`;
