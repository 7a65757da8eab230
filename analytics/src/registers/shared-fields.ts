import { text } from '../fields/field.js';

/** Headers that offices write for a person's number. */
export const staffNoAliases = [
  '人员编号',
  '干部编号',
  '职工号',
  'staff number',
  'staff id',
] as const;

/** Headers that offices write for a unit's code. */
export const unitCodeAliases = ['单位编码', '机构代码', '机构编码', 'unit', 'unit code'] as const;

/** The person a record is about. */
export const staffNo = text('Staff number', '工号', {
  references: 'cadre',
  aliases: staffNoAliases,
});

/** A unit that the units register has. */
export const unitCode = text('Unit code', '单位代码', {
  references: 'unit',
  aliases: unitCodeAliases,
});

/** A post's name as written. */
export const post = { aliases: ['职位', '岗位', '现任职务', 'position', 'job title'] } as const;

/** A rank as written; ranks are compared as text. */
export const rank = { aliases: ['职务层次', '行政级别', 'grade'] } as const;
