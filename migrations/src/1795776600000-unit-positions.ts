import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which positions of a run's ranking a unit's people have, so that a part of it is counted and found without its rows. */
export class UnitPositions1795776600000 implements MigrationInterface {
  readonly name = 'UnitPositions1795776600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE unit_positions');
  }
}

const statements = [
  // The positions of those shown in one unit and in one unit's scope, as the step from each to the next.
  `CREATE TABLE unit_positions (
      run_id bigint NOT NULL,
      unit_enter integer,
      scope_unit_id bigint,
      scope_enter integer,
      positions bytea NOT NULL
    )`,
  // Nothing to gain from pressing them.
  'ALTER TABLE unit_positions ALTER positions SET STORAGE EXTERNAL',
  'CREATE INDEX unit_positions_of ON unit_positions (run_id, unit_enter, scope_enter)',
  // Runs without them are made anew.
  `UPDATE scoring_runs SET engine_version = '' WHERE status = 'published'`,
];
