import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In whose scope each person is, beside the scores that are read by it. */
export class Authority1795730000000 implements MigrationInterface {
  readonly name = 'Authority1795730000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE commit_clock DROP COLUMN placed_on');
    await runner.query('ALTER TABLE follow_ups DROP COLUMN scope_unit_id');
    await runner.query('ALTER TABLE scores DROP COLUMN scope_unit_id');
    await runner.query('DROP TABLE authority');
  }
}

const statements = [
  `CREATE TABLE authority (
      cadre_id bigint PRIMARY KEY,
      unit_id bigint,
      changed_at timestamptz NOT NULL
    )`,
  'CREATE INDEX authority_unit ON authority (unit_id)',
  'CREATE INDEX authority_changed ON authority (changed_at)',
  'ALTER TABLE scores ADD scope_unit_id bigint',
  'ALTER TABLE follow_ups ADD scope_unit_id bigint',
  // Up to which day postings were looked at: later ones begin and end without any commit.
  'ALTER TABLE commit_clock ADD placed_on date',
  // Everyone who is known; from then on commits and days keep it.
  `INSERT INTO authority (cadre_id, unit_id, changed_at)
   SELECT c.cadre_id, (
       SELECT u.unit_id FROM units u
       WHERE u.unit_code = coalesce(c.managed_by, posting.unit_code, c.unit_code)
         AND u.superseded_at IS NULL AND u.withdrawn_reason IS NULL
       ORDER BY u.recorded_at DESC, u.id DESC LIMIT 1),
     (SELECT at FROM commit_clock)
   FROM (SELECT DISTINCT ON (cadre_id) * FROM cadres
         WHERE superseded_at IS NULL AND withdrawn_reason IS NULL
         ORDER BY cadre_id, recorded_at DESC, id DESC) c
   LEFT JOIN LATERAL (
     SELECT p.unit_code FROM postings p
     WHERE p.cadre_id = c.cadre_id AND p.superseded_at IS NULL AND p.withdrawn_reason IS NULL
       AND p.from_on <= current_date AND (p.to_on IS NULL OR p.to_on > current_date)
     ORDER BY p.from_on DESC, p.unit_code COLLATE "C", p.post COLLATE "C" LIMIT 1
   ) posting ON true`,
  // Runs without it would be open to nobody but the whole tree: they are made anew.
  `UPDATE scoring_runs SET engine_version = '' WHERE status = 'published'`,
];
