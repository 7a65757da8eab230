import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets those who may ask about a part of the tree count it, and find a page of it, from that part alone. */
export class ScoresOfScopesIndex1795776500001 implements MigrationInterface {
  readonly name = 'ScoresOfScopesIndex1795776500001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX scores_of_scopes ON scores (run_id, scope_enter)
       INCLUDE (total, tie_break, staff_no, cadre_id, unit_enter, scope_unit_id, from_run, until_run) WHERE ranked`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX scores_of_scopes');
  }
}
