import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Processes that share the work, which of them has which partition of the cadres, and what they hand over. */
export class Processes1795776900000 implements MigrationInterface {
  readonly name = 'Processes1795776900000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['partition_results', 'scoring_partitions', 'processes']) {
      await runner.query(`DROP TABLE ${table}`);
    }
    await runner.query('DROP INDEX scoring_runs_pending');
    await runner.query('ALTER TABLE scoring_runs DROP COLUMN process_id, DROP COLUMN attempts');
  }
}

const statements = [
  // Numbers fit the second half of an advisory lock's key.
  `CREATE TABLE processes (
      id serial PRIMARY KEY,
      kind text NOT NULL,
      host text NOT NULL,
      pid integer NOT NULL,
      started_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`,
  `CREATE TABLE scoring_partitions (
      number integer PRIMARY KEY,
      process_id integer,
      since timestamptz NOT NULL DEFAULT clock_timestamp()
    )`,
  `CREATE TABLE partition_results (
      run_id bigint NOT NULL,
      number integer NOT NULL,
      snapshot text NOT NULL,
      request json NOT NULL,
      process_id integer,
      scores bytea,
      follow_ups bytea,
      error text,
      PRIMARY KEY (run_id, number)
    )`,
  // They are compact already, and read once.
  'ALTER TABLE partition_results ALTER scores SET STORAGE EXTERNAL, ALTER follow_ups SET STORAGE EXTERNAL',
  'ALTER TABLE scoring_runs ADD process_id integer, ADD attempts integer NOT NULL DEFAULT 0',
  `CREATE INDEX scoring_runs_pending ON scoring_runs (id) WHERE status IN ('queued', 'running')`,
];
