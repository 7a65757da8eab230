import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  comparePolicies,
  defaultPolicy,
  type Policy,
  PolicyError,
  parsePolicy,
} from '@probity/analytics';
import { AsProduct } from '../platform/access/current-scope.js';
import type { Scope } from '../platform/access/scope.js';
import { canonicalJson } from '../platform/canonical-json.js';
import { Database } from '../platform/database/database.js';
import { notFound, Problem } from '../platform/errors/problem.js';
import { causeOf } from '../platform/errors/schema-issues.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { mergeChanges } from './merge-changes.js';
import type { NewPolicy, PolicyAnswer, PolicySummary } from './policies.dto.js';

/** The queue that hears of every new version of the policy. */
export const POLICY_CHANGED = 'policy-changed';

/** One version, ready to score with. */
export interface PolicyVersion {
  readonly version: number;
  readonly policy: Policy;
}

interface Row {
  readonly version: number;
  readonly canonical: string;
  readonly note: string;
  readonly created_by: string;
  readonly created_at: string;
  readonly current: boolean;
}

const COLUMNS = `version, canonical, note, created_by,
  to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS created_at,
  version = (SELECT max(version) FROM policies) AS current`;

/** Any number, the same in every process: whoever holds it numbers the next version. */
const VERSION_LOCK = 7_106_272;

/** The versions of the policy. Versions are never changed; the latest is the current one. */
@Injectable()
export class PoliciesService implements OnModuleInit {
  /** Versions never change, so what was parsed once stays true. */
  readonly #parsed = new Map<number, PolicyVersion>();

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Makes the default policy version 1 of a database that has none. */
  async onModuleInit(): Promise<void> {
    const canonical = canonicalJson(defaultPolicy);
    await this.database.query(
      `INSERT INTO policies (version, document, canonical, note, created_by)
       VALUES (1, $1::jsonb, $1::text, 'Default policy', 'system') ON CONFLICT DO NOTHING`,
      [canonical],
    );
  }

  /** The version number that counts now. */
  async currentVersion(): Promise<number> {
    const { version } = await this.database.one<{ version: number }>(
      'SELECT max(version) AS version FROM policies',
    );
    return version;
  }

  /** The version that counted at an RFC 3339 instant; the first one before there was any. */
  async versionAt(instant: string): Promise<number> {
    const { version } = await this.database.one<{ version: number }>(
      'SELECT coalesce(max(version), 1) AS version FROM policies WHERE created_at <= $1::timestamptz',
      [instant],
    );
    return version;
  }

  /** A version, or the current one. Throws a 404 problem where there is no such version. */
  async load(version?: number): Promise<PolicyVersion> {
    const wanted = version ?? (await this.currentVersion());
    const known = this.#parsed.get(wanted);
    if (known) return known;
    const row = await this.#row(wanted);
    const loaded = { version: row.version, policy: parsePolicy(JSON.parse(row.canonical)) };
    this.#parsed.set(wanted, loaded);
    return loaded;
  }

  /** All versions, the latest first. */
  async list(): Promise<PolicySummary[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${COLUMNS} FROM policies ORDER BY version DESC`,
    );
    return rows.map(summary);
  }

  /** One version with its document and what it changed. Throws a 404 problem where there is none. */
  async show(version: number | 'current'): Promise<PolicyAnswer> {
    const number = version === 'current' ? await this.currentVersion() : version;
    const row = await this.#row(number);
    const { policy } = await this.load(number);
    const before = number > 1 ? (await this.load(number - 1)).policy : policy;
    return {
      ...summary(row),
      document: { ...policy },
      changes: comparePolicies(before, policy).map((change) => ({
        ...change,
        path: change.path.join('.'),
      })),
    };
  }

  /** The policy that a new version would be; nothing is kept. Throws as `create` does. */
  async draft(body: Draft): Promise<Policy> {
    const { canonical } = await this.#row(await this.currentVersion());
    return drafted(canonical, body);
  }

  /**
   * Adds a version, which counts from now on; today's scores follow. Throws a 400 problem that names
   * the first number that is unknown or cannot be.
   */
  @AsProduct()
  async create(body: NewPolicy, scope: Scope): Promise<PolicyAnswer> {
    const version = await this.database.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [VERSION_LOCK]);
      const latest = await client.query<{ version: number; canonical: string }>(
        'SELECT version, canonical FROM policies ORDER BY version DESC LIMIT 1',
      );
      const current = latest.rows[0] ?? { version: 0, canonical: '{}' };
      const policy = drafted(current.canonical, body);
      const next = current.version + 1;
      await client.query(
        `INSERT INTO policies (version, document, canonical, note, created_by)
         VALUES ($1, $2::jsonb, $2::text, $3, $4)`,
        [next, canonicalJson(policy), body.note, scope.subject],
      );
      await this.jobs.send(POLICY_CHANGED, { version: next }, {}, client);
      return next;
    });
    return this.show(version);
  }

  async #row(version: number): Promise<Row> {
    const [row] = await this.database.query<Row>(
      `SELECT ${COLUMNS} FROM policies WHERE version = $1`,
      [version],
    );
    if (!row) throw notFound(`version ${version} of the policy`);
    return row;
  }
}

function summary(row: Row): PolicySummary {
  return {
    version: row.version,
    note: row.note,
    createdBy: row.created_by,
    createdAt: row.created_at,
    current: row.current,
  };
}

/** A whole document, or what changes against the current one. */
type Draft = Pick<NewPolicy, 'document' | 'changes'>;

function drafted(canonical: string, { document, changes }: Draft): Policy {
  return document
    ? parsed(document, 'document')
    : parsed(mergeChanges(JSON.parse(canonical), changes), 'changes');
}

function parsed(document: unknown, field: string): Policy {
  try {
    return parsePolicy(document);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const errors = error.issues.map(({ path, message, issue }) => ({
      parameter: [field, path].filter(Boolean).join('.'),
      detail: message,
      ...causeOf(issue),
    }));
    const parameter = errors[0]?.parameter ?? field;
    throw new Problem(400, {
      ...{ code: 'bad-parameter', parameter, detail: error.message, errors },
    });
  }
}
