import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a process last said that it is at work: one that is stopped, but not dead, holds its lock without a word. */
export class ProcessSigns1795780200000 implements MigrationInterface {
  readonly name = 'ProcessSigns1795780200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE processes ADD seen_at timestamptz NOT NULL DEFAULT clock_timestamp()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE processes DROP COLUMN seen_at');
  }
}
