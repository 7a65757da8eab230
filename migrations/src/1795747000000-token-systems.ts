import type { MigrationInterface, QueryRunner } from 'typeorm';

/** API tokens that are fixed to one source system. */
export class TokenSystems1795747000000 implements MigrationInterface {
  readonly name = 'TokenSystems1795747000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE api_tokens ADD source_system text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE api_tokens DROP COLUMN source_system');
  }
}
