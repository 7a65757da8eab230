import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scheduled exports and the files they wrote. */
export class Exports1795000000020 implements MigrationInterface {
  readonly name = 'Exports1795000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['export_runs', 'export_schedules']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

const statements = [
  `CREATE TABLE "export_schedules" (
      "id" BIGSERIAL NOT NULL,
      "name" text NOT NULL,
      "file_key" text NOT NULL,
      "what" text NOT NULL,
      "unit_code" text,
      "filters" jsonb NOT NULL,
      "cron" text NOT NULL,
      "time_zone" text NOT NULL,
      "bom" boolean NOT NULL,
      "created_by" text NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "due_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "removed_at" TIMESTAMP WITH TIME ZONE,
      PRIMARY KEY ("id")
    )`,
  `CREATE UNIQUE INDEX "export_schedules_file" ON "export_schedules" ("file_key") WHERE removed_at IS NULL`,
  `CREATE TABLE "export_runs" (
      "id" BIGSERIAL NOT NULL,
      "schedule_id" bigint NOT NULL,
      "due_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
      "requested_by" text,
      "status" text NOT NULL DEFAULT 'queued',
      "attempts" integer NOT NULL DEFAULT '0',
      "as_of" date NOT NULL,
      "started_at" TIMESTAMP WITH TIME ZONE,
      "finished_at" TIMESTAMP WITH TIME ZONE,
      "row_count" bigint,
      "byte_count" bigint,
      "sha256" text,
      "file" text,
      "error" text,
      PRIMARY KEY ("id")
    )`,
  `CREATE UNIQUE INDEX "export_runs_due" ON "export_runs" ("schedule_id", "due_at")`,
  `CREATE INDEX "export_runs_unfinished" ON "export_runs" ("id") WHERE status IN ('queued', 'running')`,
];
