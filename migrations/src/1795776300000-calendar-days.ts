import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Holidays and make-up working days, which deadlines are counted by. */
export class CalendarDays1795776300000 implements MigrationInterface {
  readonly name = 'CalendarDays1795776300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of made) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "calendar_days"');
  }
}

const made = [
  `CREATE TABLE "calendar_days" (
      "unit_id" bigint NOT NULL,
      "id" BIGSERIAL NOT NULL,
      "record_key" text NOT NULL,
      "source_system" text NOT NULL,
      "version" integer NOT NULL,
      "import_id" bigint NOT NULL,
      "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "superseded_at" TIMESTAMP WITH TIME ZONE,
      "withdrawn_reason" text,
      "day" date NOT NULL,
      "kind" text NOT NULL,
      "name" text,
      "source" text,
      "verified" boolean,
      CONSTRAINT "PK_2de77a0c737d1ec5eee1c3ac1c6" PRIMARY KEY ("unit_id",
      "id")
    )`,
  `CREATE UNIQUE INDEX "calendar_days_current" ON "calendar_days" ("source_system", "record_key") WHERE superseded_at IS NULL`,
  `CREATE INDEX "calendar_days_recorded" ON "calendar_days" ("recorded_at")`,
  `CREATE INDEX "calendar_days_superseded" ON "calendar_days" ("superseded_at") WHERE superseded_at IS NOT NULL`,
];
