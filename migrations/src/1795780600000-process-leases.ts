import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a process counts as at work without a further word, and what its sessions are known by. */
export class ProcessLeases1795780600000 implements MigrationInterface {
  readonly name = 'ProcessLeases1795780600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE processes ADD leased_until timestamptz NOT NULL DEFAULT clock_timestamp(),
         ADD owner text NOT NULL DEFAULT ''`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE processes DROP COLUMN leased_until, DROP COLUMN owner');
  }
}
