import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers of which it turned out that they name the same person. */
export class Merges1795750000000 implements MigrationInterface {
  readonly name = 'Merges1795750000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE merges');
    await runner.query('ALTER TABLE proposals DROP COLUMN cadre_ids');
  }
}

const statements = [
  `CREATE TABLE merges (
     id bigserial PRIMARY KEY,
     -- Whose number it was, and the number.
     cadre_id bigint NOT NULL,
     staff_no text NOT NULL,
     -- Whose it became, and who that is by now: that one may have been merged as well.
     into_id bigint NOT NULL,
     into_staff_no text NOT NULL,
     now_id bigint NOT NULL,
     proposal_id bigint NOT NULL,
     merged_at timestamptz NOT NULL,
     split_at timestamptz,
     split_proposal_id bigint,
     -- Which sign-offs were taken along, for the way back.
     sign_off_ids bigint[] NOT NULL DEFAULT '{}'
   )`,
  'CREATE UNIQUE INDEX merges_former ON merges (cadre_id) WHERE split_at IS NULL',
  'CREATE INDEX merges_now ON merges (now_id) WHERE split_at IS NULL',
  'CREATE INDEX merges_number ON merges (staff_no) WHERE split_at IS NULL',
  // Who a proposal is about, for whom it is shown to.
  `ALTER TABLE proposals ADD cadre_ids bigint[] NOT NULL DEFAULT '{}'`,
];
