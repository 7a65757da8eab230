import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where each unit begins in the tree's pre-order, by its number and all in one value (0: not in the tree of
 * today): row security asks it of every row, and neither to look units up one by one nor to list those of a large
 * scope is as short. Whoever writes the tree writes it with the same statement.
 */
export class UnitEnters1795780800000 implements MigrationInterface {
  readonly name = 'UnitEnters1795780800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER unit_enters_kept ON unit_tree');
    await runner.query('DROP FUNCTION keep_unit_enters()');
    await runner.query('DROP TABLE unit_enters');
  }
}

const statements = [
  `CREATE TABLE unit_enters (
     one boolean PRIMARY KEY DEFAULT true CHECK (one),
     enters int[] NOT NULL
   )`,
  // It is read whole and often: to unpack it would take longer than to read it.
  'ALTER TABLE unit_enters ALTER enters SET STORAGE EXTERNAL',
  "INSERT INTO unit_enters (enters) VALUES ('{}')",
  `CREATE FUNCTION keep_unit_enters() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     UPDATE unit_enters SET enters = ARRAY(
       SELECT coalesce(tree.enter, 0)
       FROM generate_series(1, (SELECT max(unit_id) FROM unit_tree)) number
       LEFT JOIN unit_tree tree ON tree.unit_id = number
       ORDER BY number);
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER unit_enters_kept AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON unit_tree
     FOR EACH STATEMENT EXECUTE FUNCTION keep_unit_enters()`,
  // Of the tree that is there.
  'UPDATE unit_tree SET depth = depth WHERE false',
];
