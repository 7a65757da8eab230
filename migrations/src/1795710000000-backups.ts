import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The backups that were asked for, and what became of them. */
export class Backups1795710000000 implements MigrationInterface {
  readonly name = 'Backups1795710000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE backups');
  }
}

const statements = [
  `CREATE TABLE "backups" (
      "id" BIGSERIAL NOT NULL,
      "requested_by" text NOT NULL,
      "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "status" text NOT NULL DEFAULT 'queued',
      "attempts" integer NOT NULL DEFAULT '0',
      "started_at" TIMESTAMP WITH TIME ZONE,
      "finished_at" TIMESTAMP WITH TIME ZONE,
      "row_count" bigint NOT NULL DEFAULT '0',
      "byte_count" bigint,
      "sha256" text,
      "folder" text,
      "file" text,
      "removed_at" TIMESTAMP WITH TIME ZONE,
      "error" text,
      PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "backups_unfinished" ON "backups" ("id") WHERE status IN ('queued', 'running')`,
];
