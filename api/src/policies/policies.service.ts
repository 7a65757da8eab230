import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  comparePolicies,
  defaultPolicy,
  type Policy,
  PolicyError,
  parsePolicy,
} from '@probity/analytics';
import type { PoolClient } from 'pg';
import { AsProduct } from '../platform/access/current-scope.js';
import type { Scope } from '../platform/access/scope.js';
import { canonicalJson } from '../platform/canonical-json.js';
import { Database } from '../platform/database/database.js';
import { conflict, notFound, Problem } from '../platform/errors/problem.js';
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

/** One entry that differs between two policies: its path with dots; a value is undefined where a side lacks the entry. */
export interface PolicyChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two policies, as the API tells it. */
export const policyChanges = (before: Policy, after: Policy): PolicyChange[] =>
  comparePolicies(before, after).map((change) => ({ ...change, path: change.path.join('.') }));

/** What a new version would be, and after which one it was drafted. */
export interface PolicyDraft {
  readonly baseVersion: number;
  readonly policy: Policy;
}

interface NewVersion {
  readonly policy: Policy;
  readonly note: string;
  readonly createdBy: string;
  /** null where nobody could be second yet. */
  readonly approvedBy: string | null;
}

/** A draft that a second person has approved, as it was kept. */
export interface ApprovedDraft extends Omit<NewVersion, 'policy'> {
  readonly baseVersion: number;
  readonly document: Record<string, unknown>;
}

interface Row {
  readonly version: number;
  readonly canonical: string;
  readonly note: string;
  readonly created_by: string;
  readonly approved_by: string | null;
  readonly created_at: string;
  readonly current: boolean;
}

const COLUMNS = `version, canonical, note, created_by, approved_by,
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
      changes: policyChanges(before, policy),
    };
  }

  /** What a new version would be, after the current one; nothing is kept. Throws a 400 problem that names the first number that is unknown or cannot be. */
  async draft(body: Wished): Promise<PolicyDraft> {
    const { version, canonical } = await this.#row(await this.currentVersion());
    return { baseVersion: version, policy: drafted(canonical, body) };
  }

  /** Adds a version that takes no second person, which counts from now on; today's scores follow. Throws as `draft` does. */
  @AsProduct()
  async create(body: NewPolicy, scope: Scope): Promise<PolicyAnswer> {
    const version = await this.database.transaction(async (client) => {
      const current = await latest(client);
      const policy = drafted(current.canonical, body);
      const made = { policy, note: body.note, createdBy: scope.subject, approvedBy: null };
      const next = await insert(client, current.version + 1, made);
      await this.jobs.send(POLICY_CHANGED, { version: next }, {}, client);
      return next;
    });
    return this.show(version);
  }

  /**
   * Makes a draft a version, in the transaction that approves it. Returns its number; whoever follows is
   * not told yet. Throws a 409 problem where another version has come since it was drafted, and 400 as `draft`.
   */
  async make(client: PoolClient, draft: ApprovedDraft): Promise<number> {
    const { version } = await latest(client);
    if (version !== draft.baseVersion) {
      throw conflict(
        `This was drafted against version ${draft.baseVersion} of the policy, and version ${version} has come since. Decline it, or have it taken back, and draft it anew.`,
        'policy-moved-on',
        { base: draft.baseVersion, version },
      );
    }
    // Kept by another release it may name what this one knows no more.
    const policy = drafted('{}', draft);
    return insert(client, version + 1, { ...draft, policy });
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
    approvedBy: row.approved_by,
    createdAt: row.created_at,
    current: row.current,
  };
}

/** The latest version. Until the transaction ends nobody else makes the next one. */
async function latest(client: PoolClient): Promise<Pick<Row, 'version' | 'canonical'>> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [VERSION_LOCK]);
  const { rows } = await client.query<Pick<Row, 'version' | 'canonical'>>(
    'SELECT version, canonical FROM policies ORDER BY version DESC LIMIT 1',
  );
  return rows[0] ?? { version: 0, canonical: '{}' };
}

async function insert(client: PoolClient, version: number, made: NewVersion): Promise<number> {
  await client.query(
    `INSERT INTO policies (version, document, canonical, note, created_by, approved_by)
     VALUES ($1, $2::jsonb, $2::text, $3, $4, $5)`,
    [version, canonicalJson(made.policy), made.note, made.createdBy, made.approvedBy],
  );
  return version;
}

/** A whole document, or what changes against the current one. */
type Wished = Pick<NewPolicy, 'document' | 'changes'>;

function drafted(canonical: string, { document, changes }: Wished): Policy {
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
