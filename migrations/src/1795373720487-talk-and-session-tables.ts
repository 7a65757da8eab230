import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Talk and session tables. */
export class TalkAndSessionTables1795373720487 implements MigrationInterface {
  readonly name = 'TalkAndSessionTables1795373720487';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of made) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of undone) await runner.query(statement);
  }
}

const made = [
  `CREATE TABLE "reminder_talk" ("cadre_id" bigint NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "record_key" text NOT NULL,
    "source_system" text NOT NULL,
    "version" integer NOT NULL,
    "import_id" bigint NOT NULL,
    "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "superseded_at" TIMESTAMP WITH TIME ZONE,
    "withdrawn_reason" text,
    "ref" text NOT NULL,
    "kind" text NOT NULL,
    "held_on" date NOT NULL,
    "because_of" text,
    "problem" text,
    "correct_by" date,
    "corrected_on" date, CONSTRAINT "PK_f1fbe838051a91027420390b162" PRIMARY KEY ("cadre_id",
    "id"))`,
  `CREATE UNIQUE INDEX "reminder_talk_current" ON "reminder_talk"  ("source_system", "record_key") WHERE superseded_at IS NULL`,
  `CREATE INDEX "reminder_talk_recorded" ON "reminder_talk"  ("recorded_at") `,
  `CREATE INDEX "reminder_talk_superseded" ON "reminder_talk"  ("superseded_at") WHERE superseded_at IS NOT NULL`,
  `CREATE TABLE "education_session" ("cadre_id" bigint NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "record_key" text NOT NULL,
    "source_system" text NOT NULL,
    "version" integer NOT NULL,
    "import_id" bigint NOT NULL,
    "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "superseded_at" TIMESTAMP WITH TIME ZONE,
    "withdrawn_reason" text,
    "ref" text NOT NULL,
    "kind" text NOT NULL,
    "held_on" date NOT NULL,
    "attended" text NOT NULL, CONSTRAINT "PK_f2b5fc3519fb577efe0448493a5" PRIMARY KEY ("cadre_id",
    "id"))`,
  `CREATE UNIQUE INDEX "education_session_current" ON "education_session"  ("source_system", "record_key") WHERE superseded_at IS NULL`,
  `CREATE INDEX "education_session_recorded" ON "education_session"  ("recorded_at") `,
  `CREATE INDEX "education_session_superseded" ON "education_session"  ("superseded_at") WHERE superseded_at IS NOT NULL`,
  `CREATE TABLE "heart_to_heart_talk" ("cadre_id" bigint NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "record_key" text NOT NULL,
    "source_system" text NOT NULL,
    "version" integer NOT NULL,
    "import_id" bigint NOT NULL,
    "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "superseded_at" TIMESTAMP WITH TIME ZONE,
    "withdrawn_reason" text,
    "ref" text NOT NULL,
    "held_on" date NOT NULL,
    "held_by" text, CONSTRAINT "PK_9d9b9cb5e3dc653c4b2e32ecd26" PRIMARY KEY ("cadre_id",
    "id"))`,
  `CREATE UNIQUE INDEX "heart_to_heart_talk_current" ON "heart_to_heart_talk"  ("source_system", "record_key") WHERE superseded_at IS NULL`,
  `CREATE INDEX "heart_to_heart_talk_recorded" ON "heart_to_heart_talk"  ("recorded_at") `,
  `CREATE INDEX "heart_to_heart_talk_superseded" ON "heart_to_heart_talk"  ("superseded_at") WHERE superseded_at IS NOT NULL`,
];

const undone = [
  `DROP INDEX "public"."heart_to_heart_talk_superseded"`,
  `DROP INDEX "public"."heart_to_heart_talk_recorded"`,
  `DROP INDEX "public"."heart_to_heart_talk_current"`,
  `DROP TABLE "heart_to_heart_talk"`,
  `DROP INDEX "public"."education_session_superseded"`,
  `DROP INDEX "public"."education_session_recorded"`,
  `DROP INDEX "public"."education_session_current"`,
  `DROP TABLE "education_session"`,
  `DROP INDEX "public"."reminder_talk_superseded"`,
  `DROP INDEX "public"."reminder_talk_recorded"`,
  `DROP INDEX "public"."reminder_talk_current"`,
  `DROP TABLE "reminder_talk"`,
];
