import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published scores and follow-ups, one set a run. */
export class Scoring1795000000011 implements MigrationInterface {
  readonly name = 'Scoring1795000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['follow_ups', 'scores', 'scoring_runs']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

// Texts are ordered by code point everywhere, whatever the server's locale.
const statements = [
  `CREATE TABLE scoring_runs (
      id bigserial PRIMARY KEY,
      as_of date NOT NULL,
      status text NOT NULL,
      policy_version integer,
      known_at timestamptz,
      engine_version text,
      evidence_digest text,
      tree_digest text,
      cadre_count integer,
      error text,
      requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      published_at timestamptz,
      superseded_at timestamptz,
      pruned_at timestamptz
    )`,
  `CREATE INDEX scoring_runs_published ON scoring_runs (as_of, id) WHERE status = 'published'`,
  `CREATE TABLE scores (
      run_id bigint NOT NULL,
      cadre_id bigint NOT NULL,
      staff_no text COLLATE "C" NOT NULL,
      name text NOT NULL,
      unit_code text COLLATE "C",
      unit_enter integer,
      scope_enter integer,
      post text,
      rank_name text,
      head boolean NOT NULL,
      total integer NOT NULL,
      subtotals integer[] NOT NULL,
      present smallint NOT NULL,
      applicable smallint NOT NULL,
      band smallint NOT NULL,
      position integer,
      rank integer,
      overdue_count integer NOT NULL,
      office_overdue_count integer NOT NULL,
      PRIMARY KEY (run_id, cadre_id)
    )`,
  `CREATE INDEX scores_ranked ON scores (run_id, position) WHERE position IS NOT NULL`,
  `CREATE TABLE follow_ups (
      run_id bigint NOT NULL,
      due_on date NOT NULL,
      staff_no text COLLATE "C" NOT NULL,
      kind text COLLATE "C" NOT NULL,
      ref text COLLATE "C" NOT NULL,
      cadre_id bigint NOT NULL,
      name text NOT NULL,
      unit_code text COLLATE "C",
      unit_enter integer,
      scope_enter integer,
      source text NOT NULL,
      closed_on date,
      state text NOT NULL,
      days_overdue integer NOT NULL,
      owed_by text NOT NULL,
      inherited boolean NOT NULL
    )`,
  `CREATE INDEX follow_ups_listed ON follow_ups (run_id, due_on, staff_no, kind, ref)`,
  `CREATE INDEX follow_ups_of ON follow_ups (run_id, cadre_id)`,
];
