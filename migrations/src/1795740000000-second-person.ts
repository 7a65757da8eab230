import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one person has proposed and a second one decides. */
export class SecondPerson1795740000000 implements MigrationInterface {
  readonly name = 'SecondPerson1795740000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE imports DROP COLUMN account_id');
    await runner.query('DROP TABLE proposals');
  }
}

const statements = [
  `CREATE TABLE proposals (
     id bigserial PRIMARY KEY,
     -- What is to be done, and to what: a row of quarantine, a person's number.
     purpose text NOT NULL,
     about text NOT NULL,
     detail jsonb NOT NULL DEFAULT '{}',
     reason text NOT NULL,
     proposed_by text NOT NULL,
     proposed_account bigint,
     proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     -- waiting, approved, declined; lapsed where it was settled otherwise meanwhile
     state text NOT NULL DEFAULT 'waiting',
     decided_by text,
     decided_account bigint,
     decided_reason text,
     decided_at timestamptz
   )`,
  `CREATE UNIQUE INDEX proposals_waiting ON proposals (purpose, about) WHERE state = 'waiting'`,
  // Who sent a file is not its second person either, by whatever token it came.
  'ALTER TABLE imports ADD account_id bigint',
];
