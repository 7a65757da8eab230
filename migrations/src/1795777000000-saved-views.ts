import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of a page that somebody keeps under a name of their own. */
export class SavedViews1795777000000 implements MigrationInterface {
  readonly name = 'SavedViews1795777000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE saved_views (
      subject text NOT NULL,
      page text NOT NULL CHECK (page IN ('ranking', 'follow-ups')),
      name text NOT NULL,
      -- What stands behind the question mark of the page's address.
      query text NOT NULL,
      saved_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (subject, page, name)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_views');
  }
}
