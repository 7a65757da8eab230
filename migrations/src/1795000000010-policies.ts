import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The versions of the policy. */
export class Policies1795000000010 implements MigrationInterface {
  readonly name = 'Policies1795000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE policies (
      version integer PRIMARY KEY,
      document jsonb NOT NULL,
      -- The exact bytes that scores were computed with; jsonb reorders and reformats.
      canonical text NOT NULL,
      note text NOT NULL,
      created_by text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE policies');
  }
}
