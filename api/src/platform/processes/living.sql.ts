/** The first half of the locks' key; the second is the number of a process. Any number, the same in every process. */
export const LIFE_LOCK = 7_106_260;

/**
 * SQL for whether a process (`id` is SQL for its number) lives: it holds a lock for as long as its
 * connection is there, which ends with the process, however that ends.
 */
export const lives = (id: string): string => `EXISTS (
  SELECT FROM pg_locks held
  WHERE held.locktype = 'advisory' AND held.granted AND held.objsubid = 2
    AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND held.classid = ${LIFE_LOCK} AND held.objid = ${id})`;
