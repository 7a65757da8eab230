import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which folder an import's file lies in, so that only processes that can read it take it. */
export class SpoolFolder1795400000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "imports" ADD "spool_folder" text NOT NULL DEFAULT ''`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "imports" DROP COLUMN "spool_folder"`);
  }
}
