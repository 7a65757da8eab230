import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was known when an appointment was decided, frozen as one document with its hash. */
export class AppointmentSeals1795765000000 implements MigrationInterface {
  readonly name = 'AppointmentSeals1795765000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of made) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE appointment_seals');
  }
}

const made = [
  `CREATE TABLE appointment_seals (
      cadre_id bigint NOT NULL,
      id bigint GENERATED ALWAYS AS IDENTITY,
      case_no text NOT NULL,
      decided_on date NOT NULL,
      decision text NOT NULL,
      breach text NOT NULL CHECK (breach IN ('none', 'breach', 'undocumented')),
      -- Kinds of reasons; empty: the gate was clear.
      blocked_by text[] NOT NULL,
      -- The knowledge that went in, and until when more may still come in.
      known_at timestamptz NOT NULL,
      known_until timestamptz NOT NULL,
      policy_version integer NOT NULL,
      engine_version text NOT NULL,
      -- Canonical JSON; the hash is over exactly these bytes in UTF-8.
      document text NOT NULL,
      sha256 text NOT NULL,
      sealed_at timestamptz NOT NULL DEFAULT now(),
      -- Another seal took its place.
      superseded_at timestamptz,
      PRIMARY KEY (cadre_id, id)
    )`,
  `CREATE UNIQUE INDEX appointment_seals_current ON appointment_seals (cadre_id, case_no)
    WHERE superseded_at IS NULL`,
];
