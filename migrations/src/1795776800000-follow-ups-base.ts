import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a run whose scores are written anew share the follow-ups of runs before it. */
export class FollowUpsBase1795776800000 implements MigrationInterface {
  readonly name = 'FollowUpsBase1795776800000';

  async up(runner: QueryRunner): Promise<void> {
    // Empty where they lie with the scores.
    await runner.query('ALTER TABLE scoring_runs ADD follow_ups_base_id bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    // Runs that share follow-ups alone can't be read without it: they are made anew.
    await runner.query(`UPDATE scoring_runs SET engine_version = ''
      WHERE status = 'published' AND follow_ups_base_id <> base_id`);
    await runner.query('ALTER TABLE scoring_runs DROP COLUMN follow_ups_base_id');
  }
}
