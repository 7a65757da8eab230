import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets rankings be counted, and their scope be checked, from the index alone. */
export class RankedScoresIndex1795775000000 implements MigrationInterface {
  readonly name = 'RankedScoresIndex1795775000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX scores_ranked');
    await runner.query(
      `CREATE INDEX scores_ranked ON scores (run_id, position)
       INCLUDE (unit_enter, scope_enter, scope_unit_id, cadre_id) WHERE position IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX scores_ranked');
    await runner.query(
      'CREATE INDEX scores_ranked ON scores (run_id, position) WHERE position IS NOT NULL',
    );
  }
}
