import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many rows of an import changed a record that was there; of earlier imports nobody counted it. */
export class ChangedRecords1795780400000 implements MigrationInterface {
  readonly name = 'ChangedRecords1795780400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE imports ADD changed bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE imports DROP COLUMN changed');
  }
}
