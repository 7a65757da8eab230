import { Injectable } from '@nestjs/common';
import { type RecordKind, refOf } from '@probity/analytics';
import { asProduct } from '../../platform/access/current-scope.js';
import { personInScope, scopeValues } from '../../platform/access/person-in-scope.sql.js';
import type { Scope } from '../../platform/access/scope.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/problem.js';
import { rfc3339 } from '../../platform/instants.js';
import { senderValues, sentBy } from '../imports/import-access.js';
import { belongsToUnit, storedFieldsOf } from '../kinds/kind-catalog.js';
import { ownerColumnOf, quoted, sqlTypeOf, tableOf } from '../records/record-table.js';
import { formRights } from './form-rights.js';
import type { RecordAnswer } from './forms.dto.js';

/** The record that stands under an identity, with what finds it again. */
export interface StandingRecord extends RecordAnswer {
  readonly owner: number;
  readonly rowId: number;
  readonly key: string;
}

interface Row extends Omit<StandingRecord, 'kind' | 'id' | 'ref' | 'fields'> {
  readonly number: string | null;
  readonly cells: (string | null)[];
}

/** The separator of the parts of a record key. */
const SEPARATOR = '\u001f';

/** Reads records as they stand, for whoever may open them in a form. */
@Injectable()
export class StandingRecords {
  constructor(private readonly database: Database) {}

  /**
   * The record that a version's id leads to, as it stands now: of people in scope for inspectors; for
   * data officers what they sent themselves last, and all that is about units. Throws 403 and 404.
   */
  async find(scope: Scope, kind: RecordKind, id: string): Promise<StandingRecord> {
    const rights = formRights(scope, kind);
    const [owner, rowId] = idParts(id);
    const asInspector = rights.asInspector
      ? await this.#ofPeople(scope, kind, [owner, rowId])
      : undefined;
    if (asInspector) return asInspector;
    const asSender = rights.asSender ? await this.#sent(scope, kind, [owner, rowId]) : undefined;
    if (asSender) return asSender;
    throw notFound('record');
  }

  async #ofPeople(scope: Scope, kind: RecordKind, row: readonly [number, number]) {
    const seen = personInScope('r.cadre_id', { hidden: '$3', enter: '$4', leave: '$5' });
    const values = [...row, ...scopeValues(scope)];
    return this.#one(kind, `asked.cadre_id = $1 AND asked.id = $2 AND ${seen}`, values);
  }

  async #sent(scope: Scope, kind: RecordKind, row: readonly [number, number]) {
    const owner = ownerColumnOf(kind);
    const theirs = belongsToUnit(kind)
      ? 'true'
      : `NOT r.cadre_id = ANY ($3::bigint[])
         AND EXISTS (SELECT FROM imports i WHERE i.id = r.import_id AND ${sentBy('$4', '$5')})`;
    const where = `asked.${owner} = $1 AND asked.id = $2 AND ${theirs}`;
    const values = belongsToUnit(kind) ? [...row] : [...row, scope.hidden, ...senderValues(scope)];
    const found = await asProduct(() => this.#one(kind, where, values));
    if (!found || (scope.sourceSystem ?? found.system) !== found.system) return undefined;
    // Whom a case is about is more than its sender said.
    return 'staff_no' in kind.fields ? found : { ...found, staffNo: null };
  }

  /** The record that an import wrote; undefined where it wrote none, or others have been there since. */
  async writtenBy(kind: RecordKind, importId: number): Promise<StandingRecord | undefined> {
    return asProduct(() =>
      this.#one(
        kind,
        `asked.import_id = $1
         AND asked.recorded_at = (SELECT i.recorded_at FROM imports i WHERE i.id = $1)`,
        [importId],
      ),
    );
  }

  /** The content of an earlier version; undefined where it isn't to be found. */
  async version(kind: RecordKind, standing: StandingRecord, version: number) {
    return asProduct(() =>
      this.#one(
        kind,
        `asked.${ownerColumnOf(kind)} = $1 AND asked.source_system = $2 AND asked.record_key = $3
         AND asked.version = $4`,
        [standing.owner, standing.system, standing.key, version],
        'asked',
      ),
    );
  }

  async #one(
    kind: RecordKind,
    where: string,
    values: unknown[],
    shown: 'r' | 'asked' = 'r',
  ): Promise<StandingRecord | undefined> {
    const table = quoted(tableOf(kind));
    const owner = ownerColumnOf(kind);
    const stored = storedFieldsOf(kind);
    const cells = stored.map((field) => {
      const column = `${shown}.${quoted(field.name)}`;
      return sqlTypeOf(field) === 'numeric' ? `trim_scale(${column})::text` : `${column}::text`;
    });
    const number = belongsToUnit(kind)
      ? 'NULL::text'
      : `(SELECT c.staff_no FROM cadres c WHERE c.cadre_id = ${shown}.cadre_id AND c.superseded_at IS NULL
          ORDER BY c.withdrawn_reason NULLS FIRST, c.recorded_at DESC, c.id DESC LIMIT 1)`;
    const [row] = await this.database.query<Row>(
      `SELECT ${shown}.${owner} AS owner, ${shown}.id AS "rowId", ${shown}.record_key AS key,
         ${shown}.source_system AS system, ${shown}.version, ${rfc3339(`${shown}.recorded_at`)} AS "recordedAt",
         ${shown}.import_id AS "importId", ${shown}.withdrawn_reason AS "withdrawnReason",
         ${number} AS number, jsonb_build_array(${cells.join(', ')}) AS cells
       FROM ${table} asked
       JOIN ${table} r ON r.source_system = asked.source_system AND r.record_key = asked.record_key
         AND r.superseded_at IS NULL
       WHERE ${where}`,
      values,
    );
    return row && standingOf(kind, row);
  }
}

function standingOf(kind: RecordKind, row: Row): StandingRecord {
  const { number, cells, ...rest } = row;
  const fields = Object.fromEntries(
    storedFieldsOf(kind).map(({ name }, at) => [name, cells[at] ?? null]),
  );
  // The number that the record is identified by, which a register may have under another spelling.
  const part = kind.identity.indexOf('staff_no');
  const staffNo = part < 0 ? number : (row.key.split(SEPARATOR)[part] ?? number);
  const named = 'staff_no' in kind.fields ? { staff_no: staffNo, ...fields } : fields;
  return {
    ...rest,
    kind: kind.key,
    id: idOf(row.owner, row.rowId),
    ref: refOf(kind, named),
    staffNo,
    fields: named,
  };
}

/** The id of a version of a record: whose it is, and its row. */
export const idOf = (owner: number, rowId: number): string => `${owner}.${rowId}`;

function idParts(id: string): [owner: number, rowId: number] {
  const [owner = '', row = ''] = id.split('.');
  return [Number(owner), Number(row)];
}

/** A standing record as it is answered. */
export function answerOf(standing: StandingRecord): RecordAnswer {
  const { owner: _, rowId: __, key: ___, ...answer } = standing;
  return answer;
}
