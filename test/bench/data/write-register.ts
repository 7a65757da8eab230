import type pg from 'pg';
import type { PoolClient } from 'pg';
import { rebuildUnitTree } from '../../../api/dist/evidence/commit/references/unit-tree.js';
import { staffNo } from '../population.ts';
import { copyTarget } from './copy-text.ts';
import { NONE, RECORDED_AT, SYSTEM, SYSTEM_COLUMNS } from './write-records.ts';

/** Units that people are in; `evidenceOf` has the same. */
const UNIT_COUNT = 1000;
const ROOT = 'P';
/** The people of a unit of the middle level, as near as whole units come. */
export const PEOPLE_IN_A_BUREAU = 10_000;

/** How many units are under one of the middle level. */
const unitsInABureau = (cadreCount: number) =>
  Math.min(UNIT_COUNT, Math.ceil((PEOPLE_IN_A_BUREAU * UNIT_COUNT) / cadreCount));

/** The code of the unit of the middle level that a unit is under. */
export const bureauOf = (unit: number, cadreCount: number) =>
  `B${Math.floor(unit / unitsInABureau(cadreCount))}`;

const families = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'];
const given = ['建国', '淑珍', '伟', '秀英', '敏', '静', '强', '磊', '洋', '艳', '勇', '杰'];

/** Numbers without a common factor, so that names repeat no sooner than they must. */
const nameOf = (cadre: number) =>
  `${families[cadre % families.length]}${given[cadre % given.length]}`;

/** Writes units, register and authority of a population, everyone in one of a thousand units under bureaus under one province. */
export async function writeRegister(
  client: pg.Client,
  url: string,
  cadreCount: number,
): Promise<void> {
  const units = [[ROOT, 'Province', NONE]];
  for (let unit = 0; unit < UNIT_COUNT; unit++) {
    const bureau = bureauOf(unit, cadreCount);
    if (units.at(-1)?.[0] !== bureau && !units.some(([code]) => code === bureau)) {
      units.push([bureau, `Bureau ${bureau.slice(1)}`, ROOT]);
    }
    units.push([`U${unit}`, `Unit ${unit}`, bureau]);
  }
  const unitColumns = ['unit_id', ...SYSTEM_COLUMNS.slice(1), 'unit_code', 'name', 'parent_code'];
  const toUnits = await copyTarget(url, 'units', unitColumns);
  for (const [index, [code = '', name = '', parent = '']] of units.entries()) {
    await toUnits.write([index + 1, code, SYSTEM, 1, 1, RECORDED_AT, code, name, parent]);
  }
  await toUnits.end();
  const own = ['staff_no', 'name', 'unit_code', 'post', 'head'];
  const toCadres = await copyTarget(url, 'cadres', [...SYSTEM_COLUMNS, ...own]);
  for (let cadre = 0; cadre < cadreCount; cadre++) {
    const number = staffNo(cadre);
    const head = cadre % 10 === 0;
    await toCadres.write([
      ...[cadre + 1, number, SYSTEM, 1, 1, RECORDED_AT, number, nameOf(cadre)],
      ...[`U${cadre % UNIT_COUNT}`, head ? '局长' : '科长', head ? 't' : 'f'],
    ]);
  }
  await toCadres.end();
  await rebuildUnitTree(client as unknown as PoolClient);
  await client.query(
    `INSERT INTO authority (cadre_id, unit_id, changed_at)
     SELECT c.cadre_id, u.unit_id, c.recorded_at FROM cadres c JOIN units u USING (unit_code)`,
  );
  await client.query(`SELECT setval('cadre_number', $1), setval('unit_number', $2)`, [
    cadreCount,
    units.length,
  ]);
}
