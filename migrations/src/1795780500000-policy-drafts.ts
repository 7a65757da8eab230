import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A version of the policy takes two people; the one of whom a version was before was its drafter alone. */
export class PolicyDrafts1795780500000 implements MigrationInterface {
  readonly name = 'PolicyDrafts1795780500000';

  async up(runner: QueryRunner): Promise<void> {
    // Null: made while the product was set up, or by itself, when there was nobody to be second.
    await runner.query('ALTER TABLE policies ADD approved_by text');
    // The draft that days for the first records of a kind became.
    await runner.query('ALTER TABLE first_imports ADD proposal_id bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE first_imports DROP COLUMN proposal_id');
    await runner.query('ALTER TABLE policies DROP COLUMN approved_by');
  }
}
