import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, recusals, sessions, sign-in links, API tokens, and what slows guessing down. */
export class Accounts1795720000000 implements MigrationInterface {
  readonly name = 'Accounts1795720000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of made) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.query(`DROP TABLE ${table}`);
  }
}

const tables = [
  'accounts',
  'recusals',
  'sessions',
  'sign_in_links',
  'api_tokens',
  'sign_in_attempts',
  'sign_in_addresses',
];

const made = [
  `CREATE TABLE accounts (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      name text NOT NULL UNIQUE CHECK (name = lower(name)),
      display_name text NOT NULL,
      roles text[] NOT NULL,
      -- Empty: the whole tree.
      unit_code text,
      -- Kinds that may be imported; empty: all.
      kinds text[],
      -- The person whom the account belongs to, by the register's number.
      staff_no text,
      -- By which name the identity provider knows the account until its subject is known.
      oidc_name text UNIQUE,
      oidc_subject text UNIQUE,
      password_hash text,
      password_changed_at timestamptz,
      -- Encrypted with the installation's key.
      totp_secret bytea,
      totp_pending bytea,
      -- The time step of the last code that was used: none is taken twice.
      totp_step bigint,
      recovery_hashes bytea[] NOT NULL DEFAULT '{}',
      disabled_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      created_by text NOT NULL,
      changed_at timestamptz NOT NULL DEFAULT now(),
      changed_by text NOT NULL
    )`,
  `CREATE TABLE recusals (
      account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
      staff_no text NOT NULL,
      reason text NOT NULL,
      recused_by text NOT NULL,
      recused_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (account_id, staff_no)
    )`,
  // A session without an account stands in for the first administrator.
  `CREATE TABLE sessions (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      token_hash bytea NOT NULL UNIQUE,
      account_id bigint REFERENCES accounts ON DELETE CASCADE,
      started_at timestamptz NOT NULL DEFAULT now(),
      seen_at timestamptz NOT NULL DEFAULT now(),
      address text NOT NULL,
      agent text NOT NULL
    )`,
  'CREATE INDEX sessions_account ON sessions (account_id)',
  'CREATE INDEX sessions_seen ON sessions (seen_at)',
  `CREATE TABLE sign_in_links (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      token_hash bytea NOT NULL UNIQUE,
      account_id bigint REFERENCES accounts ON DELETE CASCADE,
      without_totp boolean NOT NULL DEFAULT false,
      made_by text NOT NULL,
      made_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      redeemed_at timestamptz
    )`,
  'CREATE INDEX sign_in_links_account ON sign_in_links (account_id)',
  `CREATE TABLE api_tokens (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      token_hash bytea NOT NULL UNIQUE,
      name text NOT NULL,
      roles text[] NOT NULL,
      unit_code text,
      kinds text[],
      -- Not a reference: a token outlives the account that made it, and is refused then.
      maker_id bigint,
      made_by text NOT NULL,
      made_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      last_used_at timestamptz,
      revoked_at timestamptz,
      revoked_by text
    )`,
  // Attempts to sign in that failed or are under way, by whom they slow down.
  `CREATE TABLE sign_in_attempts (
      key text PRIMARY KEY,
      failures integer NOT NULL DEFAULT 0,
      last_at timestamptz NOT NULL DEFAULT now(),
      blocked_until timestamptz
    )`,
  // Where an account has signed in from before.
  `CREATE TABLE sign_in_addresses (
      account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
      address text NOT NULL,
      last_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (account_id, address)
    )`,
];
