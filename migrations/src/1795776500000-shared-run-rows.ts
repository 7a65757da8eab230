import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Runs of one day share the rows of those whose evidence is the same: a row holds from one run until
 * another, and positions, which change for nearly everybody, lie apart.
 */
export class SharedRunRows1795776500000 implements MigrationInterface {
  readonly name = 'SharedRunRows1795776500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of undone) await runner.query(statement);
  }
}

// What was published is made anew: its rows say nothing of positions any more.
const madeAnew = [
  'TRUNCATE scores, follow_ups',
  `UPDATE scoring_runs SET engine_version = '' WHERE status = 'published'`,
];

const statements = [
  ...madeAnew,
  'ALTER TABLE scoring_runs ADD base_id bigint',
  `ALTER TABLE scores DROP COLUMN position, DROP COLUMN rank,
     ADD from_run bigint NOT NULL, ADD until_run bigint NOT NULL DEFAULT 9223372036854775807,
     ADD ranked boolean NOT NULL, ADD tie_break integer NOT NULL,
     DROP CONSTRAINT scores_pkey, ADD PRIMARY KEY (run_id, cadre_id, from_run)`,
  `CREATE INDEX scores_ranked ON scores (run_id, total DESC, tie_break DESC, staff_no, cadre_id)
     INCLUDE (unit_enter, scope_enter, scope_unit_id, from_run, until_run) WHERE ranked`,
  `CREATE INDEX scores_of_units ON scores (run_id, unit_enter)
     INCLUDE (total, tie_break, staff_no, cadre_id, scope_enter, scope_unit_id, from_run, until_run) WHERE ranked`,
  `CREATE INDEX scores_ended ON scores (run_id, until_run) WHERE until_run < 9223372036854775807`,
  `ALTER TABLE follow_ups ADD from_run bigint NOT NULL,
     ADD until_run bigint NOT NULL DEFAULT 9223372036854775807`,
  `CREATE INDEX follow_ups_ended ON follow_ups (run_id, until_run) WHERE until_run < 9223372036854775807`,
  // Eight bytes a person, by internal number: position and rank, the highest byte first; 0 for those not ranked.
  `CREATE TABLE run_places (
      run_id bigint NOT NULL,
      chunk integer NOT NULL,
      places bytea NOT NULL,
      PRIMARY KEY (run_id, chunk)
    )`,
  // Four bytes a position: the internal number of whoever has it.
  `CREATE TABLE run_order (
      run_id bigint NOT NULL,
      chunk integer NOT NULL,
      people bytea NOT NULL,
      PRIMARY KEY (run_id, chunk)
    )`,
  // Nearly a page each, as they are: nothing to gain from pressing them or putting them elsewhere.
  'ALTER TABLE run_places ALTER places SET STORAGE PLAIN',
  'ALTER TABLE run_order ALTER people SET STORAGE PLAIN',
];

const undone = [
  'DROP TABLE run_order',
  'DROP TABLE run_places',
  ...madeAnew,
  'DROP INDEX follow_ups_ended',
  'ALTER TABLE follow_ups DROP COLUMN until_run, DROP COLUMN from_run',
  'DROP INDEX scores_ended',
  'DROP INDEX scores_of_units',
  'DROP INDEX scores_ranked',
  `ALTER TABLE scores DROP CONSTRAINT scores_pkey, DROP COLUMN tie_break, DROP COLUMN ranked,
     DROP COLUMN until_run, DROP COLUMN from_run, ADD position integer, ADD rank integer,
     ADD PRIMARY KEY (run_id, cadre_id)`,
  `CREATE INDEX scores_ranked ON scores (run_id, position)
     INCLUDE (unit_enter, scope_enter, scope_unit_id, cadre_id) WHERE position IS NOT NULL`,
  'ALTER TABLE scoring_runs DROP COLUMN base_id',
];
