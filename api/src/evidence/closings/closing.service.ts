import { Inject, Injectable } from '@nestjs/common';
import { type Closing, refOf, type Source, sources } from '@probity/analytics';
import { personInScope, scopeValues } from '../../platform/access/person-in-scope.sql.js';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/problem.js';
import type { RecordAnswer } from '../forms/forms.dto.js';
import { answerOf, idOf, StandingRecords } from '../forms/standing-records.service.js';
import { fieldsOf } from '../kinds/kind-catalog.js';
import { quoted, tableOf } from '../records/record-table.js';
import type { ClosingAnswer, ClosingQuery } from './closing.dto.js';

/** Finds out what closes a follow-up: fields of the record that it follows from, or another record. */
@Injectable()
export class ClosingService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly standing: StandingRecords,
  ) {}

  /** The form that closes a follow-up. 404 for nobody in scope, and for what no form closes. */
  async of(scope: Scope, asked: ClosingQuery): Promise<ClosingAnswer> {
    const source = sources.find(({ closings }) => closings?.[asked.kind]);
    const closing = source?.closings?.[asked.kind];
    const cadreId = await this.#cadreOf(scope, asked.staffNo);
    if (!source || !closing || cadreId === undefined) throw notFound('such follow-up');
    const records = closing.fields ? await this.#records(scope, source, cadreId, asked) : [];
    if (records.length === 0 && !closing.entered) throw notFound('such follow-up');
    const today = dateIn(this.config.timeZone);
    return {
      kind: source.key,
      records: openFirst(records, closing),
      fields: [...(closing.fields ?? [])],
      also: [...(closing.also ?? [])],
      entered: { ...closing.entered?.({ ...asked, today }) },
      today,
    };
  }

  async #cadreOf(scope: Scope, staffNo: string): Promise<number | undefined> {
    const seen = personInScope('c.cadre_id', { hidden: '$2', enter: '$3', leave: '$4' });
    const [found] = await this.database.query<{ id: number }>(
      `SELECT c.cadre_id AS id FROM cadres c
       WHERE c.staff_no = $1 AND c.superseded_at IS NULL AND c.withdrawn_reason IS NULL AND ${seen} LIMIT 1`,
      [staffNo, ...scopeValues(scope)],
    );
    return found?.id;
  }

  /** The person's records that go by the follow-up's name; of several with the due day those of that day. */
  async #records(scope: Scope, source: Source, cadreId: number, asked: ClosingQuery) {
    const identity = source.identity.filter((name) => name !== 'staff_no').map(quoted);
    const columns = ['id AS "rowId"', ...identity].join(', ');
    const rows = await this.database.query<{ rowId: number }>(
      `SELECT ${columns} FROM ${quoted(tableOf(source))}
       WHERE cadre_id = $1 AND superseded_at IS NULL AND withdrawn_reason IS NULL ORDER BY id`,
      [cadreId],
    );
    const named = rows.filter(
      (row) => refOf(source, { ...row, staff_no: asked.staffNo }) === asked.ref,
    );
    const records: RecordAnswer[] = [];
    for (const { rowId } of named) {
      records.push(answerOf(await this.standing.find(scope, source, idOf(cadreId, rowId))));
    }
    const hasDue = fieldsOf(source).some(({ name }) => name === 'due_on');
    const onDay = records.filter(({ fields }) => fields.due_on === asked.dueOn);
    return hasDue && onDay.length > 0 ? onDay : records;
  }
}

function openFirst(records: readonly RecordAnswer[], { fields }: Closing): RecordAnswer[] {
  const isClosed = (record: RecordAnswer) => Number(record.fields[fields?.[0] ?? ''] !== null);
  return records.toSorted((a, b) => isClosed(a) - isClosed(b));
}
