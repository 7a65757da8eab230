import { personInScope, scopeValues } from '../../platform/access/person-in-scope.sql.js';
import type { Batch } from '../commit/batch.js';
import { belongsToUnit } from '../kinds/kind-catalog.js';
import { finding } from '../validate/problem.js';
import { demandReferences } from './form-references.js';
import { FormRefused } from './form-refused.js';
import type { FormDemands, Situation } from './form-situation.js';
import { idOf } from './standing-records.service.js';

const seen = (cadre: string) => personInScope(cadre, { hidden: '$1', enter: '$2', leave: '$3' });

/**
 * Throws FormRefused where the row of a form may not be written: the record has changed since, there
 * is one already, or it is about somebody whom the caller doesn't see, which is told as if there were
 * nobody of that number.
 */
export async function demand(batch: Batch, demands: FormDemands): Promise<void> {
  const { scope, bounded, standing } = demands;
  const people = !belongsToUnit(batch.kind);
  const { rows } = await batch.client.query<Situation>(
    `SELECT k.owner, coalesce(k.known, false) AS known,
       ${people ? seen('k.owner') : 'true'} AS "ownerSeen",
       t.owner AS "standingOwner", t.id AS "standingId",
       ${people ? seen('t.owner') : 'true'} AS "standingSeen",
       t.id IS NOT NULL AND t.withdrawn_reason IS NULL AS stands
     FROM keyed k LEFT JOIN target t ON t.line = k.line`,
    people ? scopeValues(scope) : [],
  );
  // A row that could not be read, or was refused already, is refused for that.
  const [now] = rows;
  if (!now) return;
  if (!batch.withdraw) await demandReferences(batch, demands, now);
  if (!standing) {
    if (now.stands) throw alreadyThere(now, bounded);
    // Whoever is in the register has a row there, of whatever office: another one would hide it and all that it says.
    if (bounded && batch.kind.key === 'cadres') throw inRegister(await registerRow(batch));
    return;
  }
  if (now.standingOwner !== standing.owner || now.standingId !== standing.rowId) throw changed();
  if (bounded && people && !now.standingSeen) throw changed();
}

/** The row that says most lately who the person of a form is. */
async function registerRow({ client }: Batch): Promise<string | undefined> {
  const { rows } = await client.query<{ owner: number; rowId: number }>(
    `SELECT c.cadre_id AS owner, c.id AS "rowId" FROM keyed k JOIN cadres c ON c.cadre_id = k.owner
     WHERE c.superseded_at IS NULL AND c.withdrawn_reason IS NULL
     ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1`,
  );
  return rows[0] && idOf(rows[0].owner, rows[0].rowId);
}

const inRegister = (standing: string | undefined) =>
  new FormRefused(
    409,
    [
      finding(
        'already-there',
        'This person is in the register already. Correct what stands there instead.',
        '该人员已在名册中。请更正现有记录。',
        'staff_no',
      ),
    ],
    standing,
  );

/**
 * Throws FormRefused where what is written now takes the person out of the caller's scope: nobody gives
 * somebody away to units that they don't see, nor could they take it back.
 */
export async function demandStillSeen(
  { kind, client }: Pick<Batch, 'kind' | 'client'>,
  { scope, bounded }: FormDemands,
): Promise<void> {
  if (!bounded || belongsToUnit(kind)) return;
  const { rows } = await client.query(
    `SELECT FROM keyed k WHERE NOT ${seen('k.owner')}`,
    scopeValues(scope),
  );
  if (rows.length > 0) throw new FormRefused(422, [leavesScope]);
}

const leavesScope = finding(
  'leaves-scope',
  'By this the person would no longer be in units that you see, and you could not take it back. Nothing was saved; a data officer enters who goes to other units.',
  '按此保存后，该人员将不再属于您管辖范围内的单位，您也无法自行撤销。未保存任何内容；调往其他单位由数据员录入。',
);

function alreadyThere(now: Situation, bounded: boolean): FormRefused {
  const standing =
    now.standingOwner !== null && now.standingId !== null && (!bounded || now.standingSeen)
      ? idOf(now.standingOwner, now.standingId)
      : undefined;
  const found = finding(
    'already-there',
    'There is a record of this identity already. Correct that one, or change what tells the two apart.',
    '已有相同标识的记录。请更正该记录，或修改用于区分的字段。',
  );
  return new FormRefused(409, [found], standing);
}

/** The record isn't any more what the form was opened with. */
export const changed = (): FormRefused =>
  new FormRefused(409, [
    finding(
      'changed',
      'This record has changed since the form was opened. Nothing was saved; open it again and look at what is there now.',
      '打开表单后该记录已有变动，未保存任何内容。请重新打开并查看最新内容。',
    ),
  ]);
