import { Injectable } from '@nestjs/common';
import { type Field, refOf } from '@probity/analytics';
import type { Scope } from '../platform/access/scope.js';
import { Database } from '../platform/database/database.js';
import { badParameter } from '../platform/errors/problem.js';
import { rfc3339 } from '../platform/instants.js';
import type { RecordsAnswer, RecordsQuery, RecordVersion } from './cadre-records.dto.js';
import { CadresService } from './cadres.service.js';
import { type PersonalKind, personalKinds, sourceKinds } from './record-kinds.js';

interface VersionRow extends Omit<RecordVersion, 'source' | 'ref' | 'occurredOn' | 'fields'> {
  readonly key: string;
  readonly cells: (string | number | boolean | null)[];
}

/** All versions of one record, newest first. */
type History = RecordVersion[];

/** What was recorded about a person, with everything that was corrected or withdrawn. */
@Injectable()
export class CadreRecordsService {
  constructor(
    private readonly database: Database,
    private readonly cadres: CadresService,
  ) {}

  /** The versions of a person's records. 404 for nobody in scope, 400 for a kind that is not about people. */
  async list(scope: Scope, staffNo: string, query: RecordsQuery): Promise<RecordsAnswer> {
    const kinds = kindsFor(query);
    const cadreId = await this.cadres.idOf(scope, staffNo);
    const histories: History[] = [];
    for (const kind of kinds) histories.push(...(await this.#histories(kind, cadreId, staffNo)));
    const rows = histories.sort(latestFirst).flat();
    return {
      staffNo,
      total: rows.length,
      rows: rows.slice(query.offset, query.offset + query.limit),
    };
  }

  async #histories(kind: PersonalKind, cadreId: number, staffNo: string): Promise<History[]> {
    const cells = kind.stored.map(([name, field]) => cellSql(name, field)).join(', ');
    const rows = await this.database.query<VersionRow>(
      `SELECT cadre_id || '.' || id AS id, record_key AS key, replace(record_key, E'\\x1f', '/') AS identity, source_system AS system, version, import_id AS "importId",
         ${rfc3339('recorded_at')} AS "recordedAt", ${rfc3339('superseded_at')} AS "supersededAt",
         withdrawn_reason AS "withdrawnReason", jsonb_build_array(${cells}) AS cells
       FROM ${kind.table}
       WHERE cadre_id = $1
         OR cadre_id IN (SELECT m.cadre_id FROM merges m WHERE m.now_id = $1 AND m.split_at IS NULL)
       ORDER BY recorded_at DESC, id DESC`,
      [cadreId],
    );
    const byRecord = Map.groupBy(rows, (row) => JSON.stringify([row.system, row.key]));
    return [...byRecord.values()].map((versions) =>
      versions.map((row) => versionOf(kind, staffNo, row)),
    );
  }
}

function kindsFor({ source: key, registers }: RecordsQuery): readonly PersonalKind[] {
  if (key === undefined) return registers ? personalKinds : sourceKinds;
  const kind = personalKinds.find((candidate) => candidate.key === key);
  if (kind) return [kind];
  const known = personalKinds.map((candidate) => candidate.key).join(', ');
  const detail = `there is no such kind of record about people; there are ${known}`;
  throw badParameter('source', detail, 'not-a-choice', { choices: known });
}

/** Amounts are text, exact; dates as JSON writes them are text already. */
const cellSql = (name: string, field: Field) =>
  field.type === 'amount' ? `"${name}"::text` : `"${name}"`;

function versionOf(kind: PersonalKind, staffNo: string, row: VersionRow): RecordVersion {
  const { key: _, cells, ...version } = row;
  const fields = Object.fromEntries(kind.stored.map(([name], at) => [name, cells[at] ?? null]));
  const occurredOn = kind.datedBy === undefined ? null : fields[kind.datedBy];
  return {
    source: kind.key,
    ref: refOf(kind, { staff_no: staffNo, ...fields }),
    ...version,
    occurredOn: typeof occurredOn === 'string' ? occurredOn : null,
    fields,
  };
}

/** Records by the date in their newest version, latest first; undated ones last, by when they came. */
function latestFirst([a]: History, [b]: History): number {
  return (
    descending(a?.occurredOn ?? '', b?.occurredOn ?? '') ||
    descending(a?.recordedAt ?? '', b?.recordedAt ?? '')
  );
}

function descending(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? 1 : -1;
}
