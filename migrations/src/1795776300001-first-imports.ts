import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is proposed when a kind of record comes in for the first time, and what became of it. */
export class FirstImports1795776300001 implements MigrationInterface {
  readonly name = 'FirstImports1795776300001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE first_imports (
      kind text PRIMARY KEY,
      import_id bigint NOT NULL,
      state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'declined')),
      decided_by text,
      decided_at timestamptz,
      -- The version of the policy that an accepted proposal became.
      policy_version integer
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE first_imports');
  }
}
