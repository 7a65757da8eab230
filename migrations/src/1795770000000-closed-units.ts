import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which day a unit is closed, or under the unit that it names. */
export class ClosedUnits1795770000000 implements MigrationInterface {
  readonly name = 'ClosedUnits1795770000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE units ADD moved_on date, ADD closed_on date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE units DROP COLUMN closed_on, DROP COLUMN moved_on');
  }
}
