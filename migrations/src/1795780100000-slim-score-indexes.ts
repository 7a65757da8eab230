import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is in a part of the tree is kept with each run since; these indexes serve what other conditions
 * decide, which reads the rows themselves. Of a few bytes, equal ones kept once, they cost a large run
 * a fraction of what they did with all that used to be answered from them alone.
 */
export class SlimScoreIndexes1795780100000 implements MigrationInterface {
  readonly name = 'SlimScoreIndexes1795780100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, column] of indexes) {
      await runner.query(`DROP INDEX ${name}`);
      await runner.query(`CREATE INDEX ${name} ON scores (run_id, ${column}) WHERE ranked`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, column, other] of indexes) {
      await runner.query(`DROP INDEX ${name}`);
      await runner.query(
        `CREATE INDEX ${name} ON scores (run_id, ${column})
         INCLUDE (total, tie_break, staff_no, cadre_id, ${other}, scope_unit_id, from_run, until_run) WHERE ranked`,
      );
    }
  }
}

const indexes = [
  ['scores_of_units', 'unit_enter', 'scope_enter'],
  ['scores_of_scopes', 'scope_enter', 'unit_enter'],
] as const;
