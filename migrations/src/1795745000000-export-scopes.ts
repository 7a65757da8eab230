import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which scope the rows of an exported file were read. */
export class ExportScopes1795745000000 implements MigrationInterface {
  readonly name = 'ExportScopes1795745000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "export_runs" ADD "read_in" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "export_runs" DROP COLUMN "read_in"');
  }
}
