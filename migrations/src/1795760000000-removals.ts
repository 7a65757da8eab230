import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was removed for good, without its content. */
export class Removals1795760000000 implements MigrationInterface {
  readonly name = 'Removals1795760000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE removed_records');
    await runner.query('DROP TABLE removals');
  }
}

const statements = [
  `CREATE TABLE removals (
     id bigserial PRIMARY KEY,
     cause text NOT NULL CHECK (cause IN ('retention', 'erasure')),
     kind text NOT NULL,
     -- How many records, how many versions of them, and of how many people.
     record_count bigint NOT NULL,
     row_count bigint NOT NULL,
     people_count bigint NOT NULL,
     from_on date,
     to_on date,
     policy_version int,
     clause text,
     proposal_id bigint,
     removed_at timestamptz NOT NULL,
     removed_by text NOT NULL,
     -- SHA-256 over owner, number and version of each row, in order: which rows it was, not what they said.
     digest text NOT NULL
   )`,
  'CREATE INDEX removals_at ON removals (removed_at)',
  `CREATE TABLE removed_records (
     cadre_id bigint NOT NULL,
     removal_id bigint NOT NULL,
     kind text NOT NULL,
     record_count bigint NOT NULL,
     from_on date,
     to_on date,
     recorded_from timestamptz NOT NULL,
     removed_at timestamptz NOT NULL,
     PRIMARY KEY (cadre_id, removal_id)
   )`,
  'CREATE INDEX removed_records_at ON removed_records (removed_at)',
];
