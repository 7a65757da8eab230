import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ranks lie with positions, by position: whoever reads a page of a ranking finds who is on it and where they
 * stand in one reading.
 */
export class Standings1795780700000 implements MigrationInterface {
  readonly name = 'Standings1795780700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      ...madeAnew,
      'ALTER TABLE run_order RENAME COLUMN people TO standings',
    ]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'ALTER TABLE run_order RENAME COLUMN standings TO people',
      ...madeAnew,
    ]) {
      await runner.query(statement);
    }
  }
}

// What lies there is laid out otherwise, so runs of before answer no more: whoever asks for their day has them made anew, of the same evidence.
const madeAnew = [
  'TRUNCATE run_places, run_order',
  `UPDATE scoring_runs SET superseded_at = clock_timestamp()
   WHERE status = 'published' AND superseded_at IS NULL`,
];
