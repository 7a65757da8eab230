import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an import leaves behind besides records, the commit clock and the unit tree. */
export class ImportTables1795000000001 implements MigrationInterface {
  readonly name = 'ImportTables1795000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const dropped of [
      'TABLE mappings',
      'TABLE unit_tree',
      'TABLE commit_clock',
      'TABLE quarantine_reference',
      'TABLE quarantine',
      'TABLE import_problems',
      'TABLE imports',
    ]) {
      await runner.query(`DROP ${dropped}`);
    }
  }
}

const statements = [
  `CREATE TABLE "imports" (
      "id" BIGSERIAL NOT NULL,
      "kind" text NOT NULL,
      "source_system" text NOT NULL,
      "mode" text NOT NULL,
      "mapping_name" text,
      "mapping" jsonb,
      "format" text,
      "sha256" text NOT NULL,
      "fingerprint" text NOT NULL,
      "bytes" bigint NOT NULL,
      "spool_name" text NOT NULL,
      "header" jsonb,
      "status" text NOT NULL DEFAULT 'queued',
      "rows" bigint NOT NULL DEFAULT '0',
      "accepted" bigint NOT NULL DEFAULT '0',
      "duplicates" bigint NOT NULL DEFAULT '0',
      "quarantined" bigint NOT NULL DEFAULT '0',
      "released" bigint NOT NULL DEFAULT '0',
      "warnings" bigint NOT NULL DEFAULT '0',
      "bytes_read" bigint NOT NULL DEFAULT '0',
      "rows_read" bigint NOT NULL DEFAULT '0',
      "attempts" integer NOT NULL DEFAULT '0',
      "idempotency_key" text,
      "subject" text NOT NULL,
      "received_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "recorded_at" TIMESTAMP WITH TIME ZONE,
      "finished_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "PK_ea10c62f5eb1d75e83d8b5225db" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "imports_unfinished" ON "imports" ("id") WHERE status IN ('queued', 'running')`,
  `CREATE INDEX "imports_fingerprint" ON "imports" ("fingerprint")`,
  `CREATE UNIQUE INDEX "imports_idempotency" ON "imports" ("subject", "idempotency_key") WHERE idempotency_key IS NOT NULL`,
  `CREATE TABLE "import_problems" (
      "import_id" bigint NOT NULL,
      "id" BIGSERIAL NOT NULL,
      "severity" text NOT NULL,
      "line" bigint,
      "column_name" text,
      "code" text NOT NULL,
      "message" text NOT NULL,
      "message_zh" text NOT NULL,
      "value" text,
      CONSTRAINT "PK_d2b4614429f69002aa58107c5dc" PRIMARY KEY ("import_id",
      "id")
    )`,
  `CREATE TABLE "quarantine" (
      "id" BIGSERIAL NOT NULL,
      "import_id" bigint NOT NULL,
      "kind" text NOT NULL,
      "source_system" text NOT NULL,
      "line" bigint NOT NULL,
      "code" text NOT NULL,
      "row_key" text,
      "content" jsonb,
      "present" bigint,
      "raw" text NOT NULL,
      "state" text NOT NULL DEFAULT 'waiting',
      "settled_by" text,
      "settled_reason" text,
      "settled_at" TIMESTAMP WITH TIME ZONE,
      CONSTRAINT "PK_c1cbd36649a09294e417ae639fa" PRIMARY KEY ("id")
    )`,
  `CREATE INDEX "quarantine_waiting" ON "quarantine" ("kind", "source_system", "row_key") WHERE state = 'waiting'`,
  `CREATE INDEX "quarantine_import" ON "quarantine" ("import_id", "line")`,
  `CREATE TABLE "quarantine_reference" (
      "reference" text NOT NULL,
      "quarantine_id" bigint NOT NULL,
      CONSTRAINT "PK_ec4da0c0c1a8624d94fc80de481" PRIMARY KEY ("reference",
      "quarantine_id")
    )`,
  `CREATE TABLE "commit_clock" (
      "id" integer NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "PK_18a1bc50371619d9e83b6c10085" PRIMARY KEY ("id")
    )`,
  `CREATE TABLE "unit_tree" (
      "unit_id" bigint NOT NULL,
      "enter" integer NOT NULL,
      "leave" integer NOT NULL,
      "depth" integer NOT NULL,
      CONSTRAINT "PK_42976043664ee30ee7093841bb6" PRIMARY KEY ("unit_id")
    )`,
  `CREATE INDEX "unit_tree_enter" ON "unit_tree" ("enter")`,
  `CREATE TABLE "mappings" (
      "name" text NOT NULL,
      "profile" jsonb NOT NULL,
      "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      "changed_by" text NOT NULL,
      CONSTRAINT "PK_37a2fb4645764fba22829d14f94" PRIMARY KEY ("name")
    )`,
  `INSERT INTO commit_clock (id, at) VALUES (1, 'epoch')`,
];
