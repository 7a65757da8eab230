import { personInScope, scopeValues } from '../../platform/access/person-in-scope.sql.js';
import type { Batch } from '../commit/batch.js';
import { caseOwnersSql } from '../commit/case-owners.js';
import { belongsToUnit, fieldsOf } from '../kinds/kind-catalog.js';
import { quoted } from '../records/record-table.js';
import { type Finding, finding } from '../validate/problem.js';
import { FormRefused } from './form-refused.js';
import type { FormDemands, Situation } from './form-situation.js';

/**
 * Throws FormRefused where the row of a form names a person, case or unit that isn't known. A file's
 * row would wait in quarantine; whoever fills in a form is there to mend it. What a bounded caller
 * doesn't see is told as if it weren't there.
 */
export async function demandReferences(
  batch: Batch,
  demands: FormDemands,
  now: Situation,
): Promise<void> {
  const findings = [
    ...unknownOwner(batch, demands, now),
    ...(await unknownCases(batch, demands)),
    ...(await unknownUnits(batch)),
  ];
  if (findings.length > 0) throw new FormRefused(422, findings);
}

function unknownOwner({ kind }: Batch, { bounded }: FormDemands, now: Situation): Finding[] {
  if (belongsToUnit(kind)) return [];
  const isKnown = now.owner !== null && now.known && (!bounded || now.ownerSeen);
  if (isKnown || (kind.key === 'cadres' && !bounded)) return [];
  if (kind.key === 'cadres') return [newPerson];
  return ['staff_no' in kind.fields ? unknownPerson : unknownCase];
}

/**
 * The case that a record of somebody names: it would be given to the case's own person, or, of a case
 * under another system's name, take that person's reviews along.
 */
async function unknownCases(batch: Batch, { scope, bounded }: FormDemands): Promise<Finding[]> {
  const { kind, client } = batch;
  if (!('staff_no' in kind.fields) || !('case_no' in kind.fields)) return [];
  const seen = personInScope('o.owner', { hidden: '$1', enter: '$2', leave: '$3' });
  const { rows } = await client.query<{ none: boolean; others: boolean }>(
    `SELECT coalesce(NOT o.known, true) AS none, coalesce(o.known AND NOT ${seen}, false) AS others
     FROM keyed k LEFT JOIN (${caseOwnersSql}) o ON o.case_no = k.case_no
     WHERE k.case_no IS NOT NULL`,
    scopeValues(scope),
  );
  const { none = false, others = false } = rows[0] ?? {};
  if (kind.key === 'appointment-case') return bounded && others ? [taken] : [];
  return none || (bounded && others) ? [unknownCase] : [];
}

async function unknownUnits({ kind, client, fields }: Batch): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, references } of fieldsOf(kind)) {
    if (references !== 'unit' || !fields.some((field) => field.name === name)) continue;
    const code = `k.${quoted(name)}`;
    const { rows } = await client.query<{ code: string }>(
      `SELECT ${code} AS code FROM keyed k
       WHERE ${code} IS NOT NULL AND NOT EXISTS (
         SELECT FROM units u WHERE u.unit_code = ${code}
           AND u.superseded_at IS NULL AND u.withdrawn_reason IS NULL)`,
    );
    for (const row of rows) findings.push(unknownUnit(name, row.code));
  }
  return findings;
}

const unknownUnit = (name: string, code: string): Finding =>
  finding(
    'unknown-reference',
    'There is no unit of this code. Choose one that is in the register.',
    '没有此代码的单位，请选择登记在册的单位。',
    name,
    code,
  );

const unknownPerson = finding(
  'unknown-reference',
  'Nobody whom you may see has this number. Check it, or look the person up by name.',
  '您的管辖范围内没有此工号的人员。请核对，或按姓名查找。',
  'staff_no',
);

const unknownCase = finding(
  'unknown-reference',
  'There is no appointment case of this number that you may see. Check it, or open the case first.',
  '您的管辖范围内没有此编号的任用事项。请核对，或先建立该事项。',
  'case_no',
);

const newPerson = finding(
  'unknown-reference',
  'Nobody whom you may see has this number. People who are new to the register are entered by a data officer.',
  '您的管辖范围内没有此工号的人员。新增人员由数据员录入。',
  'staff_no',
);

const taken = finding(
  'already-there',
  'This case number is taken. Choose another one.',
  '该事项编号已被使用，请另选编号。',
  'case_no',
);
