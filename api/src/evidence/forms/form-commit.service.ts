import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { RecordKind } from '@probity/analytics';
import type { PoolClient } from 'pg';
import { asProduct } from '../../platform/access/current-scope.js';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/errors/problem.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import type { Asker } from '../commit/second-looks/unlikely-rows.js';
import { finishImport } from '../imports/finish-import.js';
import type { ImportRecord } from '../imports/import.js';
import { commitFile } from '../imports/import-commit.js';
import { ownerColumnOf, quoted, tableOf } from '../records/record-table.js';
import { plausibleSpan } from '../validate/plausibility.js';
import { type Finding, finding, UnreadableFile } from '../validate/problem.js';
import { demand, demandStillSeen } from './form-demands.js';
import { FormRefused } from './form-refused.js';
import { type FormFields, formTable, lineOf } from './form-row.js';
import type { FormDemands } from './form-situation.js';
import { idOf } from './standing-records.service.js';

/** What a form asks for. */
export interface FormOrder extends FormDemands {
  readonly scope: Scope;
  readonly kind: RecordKind;
  readonly system: string;
  /** The fields are the identity and a `reason`: the record is withdrawn. */
  readonly withdraw: boolean;
  readonly fields: FormFields;
  /** Sent again by the same caller, nothing is written a second time. */
  readonly idempotencyKey?: string | undefined;
}

/** What came of a form. */
export interface FormOutcome {
  readonly importId: number;
  /** Whether there is a new version. */
  readonly written: boolean;
  readonly warnings: readonly Finding[];
  /** Records of the same identity under other systems; only looked for in a check. */
  readonly elsewhere: readonly { readonly id: string; readonly system: string }[];
}

/** A check has seen what it wanted: nothing is kept. */
class Checked extends Error {
  constructor(readonly outcome: FormOutcome) {
    super('checked');
  }
}

/** How long a form waits for files that are being committed. */
const LOCK_WAIT = '15s';
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Takes the one row of a form in as an import of its own: the same reading, the same demands, the
 * same commit, and in the same transaction the import's entry, so that there is all of it or nothing.
 */
@Injectable()
export class FormCommit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Writes the form down. Throws FormRefused. */
  save(order: FormOrder): Promise<FormOutcome> {
    return this.#within((client) => this.#take(client, order));
  }

  /** Does all that saving does, and undoes it. Throws FormRefused. */
  async check(order: FormOrder): Promise<FormOutcome> {
    try {
      return await this.#within(async (client) => {
        const outcome = await this.#take(client, order);
        const elsewhere = order.standing ? [] : await standingElsewhere(client, order);
        throw new Checked({ ...outcome, elsewhere });
      });
    } catch (error) {
      if (error instanceof Checked) return error.outcome;
      throw error;
    }
  }

  async #within<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    try {
      return await asProduct(() =>
        this.database.transaction(async (client) => {
          await client.query(`SET LOCAL lock_timeout = '${LOCK_WAIT}'`);
          return work(client);
        }),
      );
    } catch (error) {
      if (error instanceof UnreadableFile) throw new FormRefused(422, error.findings);
      if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) throw busy();
      throw error;
    }
  }

  async #take(client: PoolClient, order: FormOrder): Promise<FormOutcome> {
    const { record, fresh } = await this.#note(client, order);
    if (!fresh) return { importId: record.id, written: true, warnings: [], elsewhere: [] };
    const task = {
      record,
      kind: order.kind,
      span: plausibleSpan(dateIn(this.config.timeZone)),
      progress: () => undefined,
      byHand: (batch: Parameters<typeof demand>[0]) => demand(batch, order),
      asker: askerOf(order),
    };
    const committed = await commitFile(client, task, formTable(order.fields));
    if (committed.refused) {
      throw new FormRefused(422, await findingsOf(client, record.id, 'error'));
    }
    await demandStillSeen({ kind: order.kind, client }, order);
    await finishImport(client, this.jobs, record.id, committed);
    return {
      importId: record.id,
      written: committed.counts.accepted > 0,
      warnings: await findingsOf(client, record.id, 'warning'),
      elsewhere: [],
    };
  }

  /** The import's entry: an older one where the same form was sent before. */
  async #note(client: PoolClient, order: FormOrder) {
    const { scope, kind, system, fields, idempotencyKey = null } = order;
    const line = lineOf(fields);
    const sha256 = hash(line);
    const mode = order.withdraw ? 'withdraw' : '';
    const fingerprint = `form:${hash(JSON.stringify([kind.key, system, mode, line]))}`;
    const { rows } = await client.query<ImportRecord>(
      `INSERT INTO imports (kind, source_system, mode, format, sha256, fingerprint, bytes, spool_name,
         status, idempotency_key, subject, account_id)
       VALUES ($1, $2, $3, 'form', $4, $5, $6, '', 'running', $7, $8, $9)
       ON CONFLICT (subject, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
       RETURNING *`,
      [
        ...[kind.key, system, mode, sha256, fingerprint, Buffer.byteLength(line)],
        ...[idempotencyKey, scope.subject, scope.accountId ?? null],
      ],
    );
    if (rows[0]) return { record: rows[0], fresh: true };
    const earlier = await client.query<ImportRecord>(
      'SELECT * FROM imports WHERE subject = $1 AND idempotency_key = $2 AND fingerprint = $3',
      [scope.subject, idempotencyKey, fingerprint],
    );
    if (!earlier.rows[0]) throw otherForm();
    return { record: earlier.rows[0], fresh: false };
  }
}

function askerOf({ scope, bounded }: FormOrder): Asker {
  const { units } = bounded ? scope : {};
  return [scope.hidden, units?.enter ?? null, units?.leave ?? null];
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

async function findingsOf(
  client: PoolClient,
  importId: number,
  severity: 'error' | 'warning',
): Promise<Finding[]> {
  const { rows } = await client.query<Finding>(
    `SELECT code, column_name AS column, value,
       jsonb_build_object('en', message, 'zh-CN', message_zh) AS message
     FROM import_problems WHERE import_id = $1 AND severity = $2 ORDER BY id`,
    [importId, severity],
  );
  return rows;
}

/** The same record under other systems: most often what somebody meant to correct. */
async function standingElsewhere(client: PoolClient, { kind, system }: FormOrder) {
  const owner = ownerColumnOf(kind);
  // What is known by a number of its own may stand there about somebody else.
  const whoever = kind.identity.includes('staff_no') ? `o.${owner} = k.owner AND` : '';
  const { rows } = await client.query<{ owner: number; rowId: number; system: string }>(
    `SELECT o.${owner} AS owner, o.id AS "rowId", o.source_system AS system
     FROM keyed k JOIN ${quoted(tableOf(kind))} o
       ON ${whoever} o.record_key = k.record_key AND o.source_system <> $1
     WHERE o.superseded_at IS NULL AND o.withdrawn_reason IS NULL
     ORDER BY o.source_system`,
    [system],
  );
  return rows.map((row) => ({ id: idOf(row.owner, row.rowId), system: row.system }));
}

const busy = () =>
  new Problem(503, {
    code: 'busy',
    detail: 'Records are being imported just now. Nothing was saved; try again in a moment.',
    retryAfterSeconds: 15,
  });

const otherForm = () =>
  new FormRefused(422, [
    finding(
      'idempotency-key-reused',
      'This key was used for something else. Nothing was saved; send it with a new key.',
      '该幂等键已用于其他内容，未保存任何内容。请使用新的键重新提交。',
    ),
  ]);
