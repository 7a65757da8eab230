import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom each refused row is about, so that row security can keep second persons to those whom they may see. */
export class WhomRefusedRowsAreAbout1795776600001 implements MigrationInterface {
  readonly name = 'WhomRefusedRowsAreAbout1795776600001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE quarantine_about');
  }
}

const statements = [
  `CREATE TABLE quarantine_about (
      quarantine_id bigint PRIMARY KEY,
      -- What it names people by: numbers of theirs, and of cases.
      names text[] NOT NULL,
      -- Whom it is about, as far as they are known, by internal number.
      people bigint[] NOT NULL,
      -- For a row of the register of units.
      unit_code text
    )`,
  `INSERT INTO quarantine_about (quarantine_id, names, people, unit_code)
   SELECT q.id,
     array_remove(ARRAY[q.content ->> 'staff_no', q.content ->> 'case_no',
       CASE WHEN q.kind = 'cadre-aliases' THEN q.content ->> 'identifier' END], NULL),
     ARRAY(
       SELECT x.cadre_id FROM cadre_aliases x
       WHERE x.system = q.source_system AND x.identifier = q.content ->> 'staff_no' AND x.superseded_at IS NULL
       UNION
       SELECT c.cadre_id FROM cadres c
       WHERE c.staff_no = q.content ->> 'staff_no' AND c.superseded_at IS NULL
       UNION
       SELECT m.now_id FROM merges m WHERE m.staff_no = q.content ->> 'staff_no' AND m.split_at IS NULL
       UNION
       SELECT a.cadre_id FROM appointment_case a
       WHERE a.case_no = q.content ->> 'case_no' AND a.superseded_at IS NULL
         AND (q.kind = 'appointment-case' OR NOT q.content ? 'staff_no')
       UNION
       SELECT x.cadre_id FROM cadre_aliases x
       WHERE q.kind = 'cadre-aliases' AND x.system = q.content ->> 'system'
         AND x.identifier = q.content ->> 'identifier' AND x.superseded_at IS NULL),
     CASE WHEN q.kind = 'units' THEN q.content ->> 'unit_code' END
   FROM quarantine q`,
];
