import type { Reference } from '@probity/analytics';
import type { ProductDatabase } from '../../../platform/database/product-database.js';
import { type Finding, finding } from '../../validate/problem.js';

const current = 'x.superseded_at IS NULL AND x.withdrawn_reason IS NULL';

/** SQL that is true of a name `g.name` that stands for something. Another office's numbers are taken of any system. */
const known: Readonly<Record<Reference, string>> = {
  cadre: `EXISTS (SELECT FROM cadres x WHERE x.staff_no = g.name AND ${current})
    OR EXISTS (SELECT FROM cadre_aliases x WHERE x.identifier = g.name AND ${current})
    OR EXISTS (SELECT FROM merges x WHERE x.staff_no = g.name AND x.split_at IS NULL)`,
  unit: `EXISTS (SELECT FROM units x WHERE x.unit_code = g.name AND ${current})`,
  'appointment-case': `EXISTS (SELECT FROM appointment_case x WHERE x.case_no = g.name AND ${current})`,
};

const words: Readonly<Record<Reference, readonly [en: string, zh: string]>> = {
  cadre: ['Nobody in the register has this number', '登记册中没有此工号的干部'],
  unit: ['There is no unit of this code', '没有此代码的单位'],
  'appointment-case': ['There is no appointment case of this number', '没有此编号的任用事项'],
};

/** Which of these names stand for nobody, or nothing, in the registers as they are now. */
export async function unknownNames(
  database: ProductDatabase,
  reference: Reference,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await database.query<{ name: string }>(
    `SELECT g.name FROM unnest($1::text[]) AS g(name) WHERE NOT (${known[reference]})`,
    [names],
  );
  return new Set(rows.map(({ name }) => name));
}

/** Said beforehand of a row that names one of them. */
export function unknownName(reference: Reference, header: string, name: string): Finding {
  const [en, zh] = words[reference];
  return finding(
    'unknown-reference',
    `${en}: the row will wait in quarantine until the missing one arrives.`,
    `${zh}：该行将暂存待处理区，待其导入后自动放行。`,
    header,
    name,
  );
}
