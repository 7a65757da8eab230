import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Language } from '@probity/analytics';
import { asProduct } from '../../platform/access/current-scope.js';
import type { Scope } from '../../platform/access/scope.js';
import { Database } from '../../platform/database/database.js';
import { notFound, Problem } from '../../platform/errors/problem.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { kindNamed } from '../kinds/kind-catalog.js';
import { MappingsService } from '../mappings/mappings.service.js';
import type { MappingProfile } from '../mappings/profile.js';
import { type Format, formatOfType } from '../parse/format.js';
import {
  answerOf,
  type ImportAnswer,
  type ImportMode,
  type ImportRecord,
  type ToldImport,
  toldSql,
} from './import.js';
import { demandKind, importerValues, shownImport } from './import-access.js';
import { Spool, type SpooledFile } from './spool.service.js';

/** What comes with a file. */
export interface ImportOrder {
  readonly kind: string;
  readonly system: string;
  readonly mode: ImportMode;
  readonly mapping: string | undefined;
  readonly contentType: string | undefined;
  readonly contentLength: number | undefined;
  readonly idempotencyKey: string | undefined;
}

/** Receives files and answers what became of them. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly spool: Spool,
    private readonly mappings: MappingsService,
  ) {}

  /** Spools a file and queues it. Returns the import's id: an older one for a repeated Idempotency-Key. */
  async receive(scope: Scope, order: ImportOrder, body: Readable): Promise<{ id: number }> {
    const kind = kindNamed(order.kind);
    demandKind(scope, kind);
    const format = promisedFormat(order.contentType);
    const profile = await this.mappings.profileFor(kind, order.mapping);
    const file = await this.spool.take(body, order.contentLength);
    try {
      const prepared = {
        order,
        file,
        format,
        profile,
        fingerprint: fingerprintOf(order, file, profile),
      };
      const { id, fresh } = await this.#queue(scope, prepared);
      if (!fresh) await this.spool.discard(file);
      return { id };
    } catch (error) {
      await this.spool.discard(file);
      throw error;
    }
  }

  async #queue(scope: Scope, { order, file, format, profile, fingerprint }: Prepared) {
    return asProduct(() =>
      this.database.transaction(async (client) => {
        const key = order.idempotencyKey ?? null;
        const { rows } = await client.query<{ id: number }>(
          `INSERT INTO imports (kind, source_system, mode, mapping_name, mapping, format, sha256, fingerprint,
           bytes, spool_folder, spool_name, idempotency_key, subject, account_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT (subject, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
         RETURNING id`,
          [
            order.kind,
            order.system,
            order.mode,
            order.mapping ?? null,
            profile ?? null,
            format,
            file.sha256,
            fingerprint,
            file.bytes,
            this.spool.folderId,
            file.name,
            key,
            scope.subject,
            scope.accountId ?? null,
          ],
        );
        const [row] = rows;
        if (row) {
          await this.jobs.send(this.spool.queue, { importId: row.id }, {}, client);
          return { id: row.id, fresh: true };
        }
        const earlier = await client.query<{ id: number; fingerprint: string; mode: string }>(
          'SELECT id, fingerprint, mode FROM imports WHERE subject = $1 AND idempotency_key = $2',
          [scope.subject, key],
        );
        const same = earlier.rows[0];
        if (!same || same.fingerprint !== fingerprint || same.mode !== order.mode)
          throw otherBody();
        return { id: same.id, fresh: false };
      }),
    );
  }

  /** One import as it stands, its cause of failure in a language. Throws 404. */
  async find(scope: Scope, id: number, language: Language = 'en'): Promise<ImportAnswer> {
    // Whoever follows an import asks ten times a second.
    const [row] = await this.database.plannedOnce<ToldImport>(
      `SELECT ${toldSql(language)} FROM imports i WHERE i.id = $1 AND ${shownImport('$2', '$3', '$4')}`,
      [id, ...importerValues(scope)],
    );
    if (!row) throw notFound('import');
    return answerOf(row);
  }

  /** One import with what only the product itself reads of it. Throws 404. */
  async record(id: number): Promise<ImportRecord> {
    const [row] = await this.database.query<ImportRecord>('SELECT * FROM imports WHERE id = $1', [
      id,
    ]);
    if (!row) throw notFound('import');
    return row;
  }

  /** Imports, the latest first. */
  async list(
    scope: Scope,
    page: { kind?: string | undefined; offset: number; limit: number },
    language: Language,
  ) {
    const where = `WHERE ($1::text IS NULL OR i.kind = $1) AND ${shownImport('$2', '$3', '$4')}`;
    const filter = [page.kind ?? null, ...importerValues(scope)];
    const { total } = await this.database.one<{ total: number }>(
      `SELECT count(*) AS total FROM imports i ${where}`,
      filter,
    );
    const rows = await this.database.query<ToldImport>(
      `SELECT ${toldSql(language)} FROM imports i ${where}
       ORDER BY i.id DESC OFFSET $5 LIMIT $6`,
      [...filter, page.offset, page.limit],
    );
    return { total, rows: rows.map(answerOf) };
  }
}

interface Prepared {
  readonly order: ImportOrder;
  readonly file: SpooledFile;
  readonly format: Format | null;
  readonly profile: MappingProfile | undefined;
  readonly fingerprint: string;
}

/** Equal for the same bytes, kind, system, mapping and direction (in, or withdrawn). */
function fingerprintOf(order: ImportOrder, file: SpooledFile, profile: MappingProfile | undefined) {
  const withdraw = order.mode === 'withdraw';
  const parts = [file.sha256, order.kind, order.system, canonical(profile ?? null), withdraw];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** JSON with the members of objects in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** The form that a Content-Type promises, null where it says nothing. Throws 415 for types that aren't read. */
export function promisedFormat(contentType: string | undefined): Format | null {
  const format = formatOfType(contentType);
  if (format !== undefined) return format;
  throw new Problem(415, {
    code: 'unsupported-type',
    parameter: 'Content-Type',
    detail: `Files of type ${contentType} are not read here. Send the file as the body itself, not as a form, as text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/x-ndjson or application/vnd.apache.arrow.stream.`,
  });
}

const otherBody = () =>
  new Problem(422, {
    code: 'idempotency-key-reused',
    parameter: 'Idempotency-Key',
    detail: 'This key was used for another file or another way to import it. Use a new key.',
  });
