import { boolean, date, integer, text } from '../fields/field.js';
import { defineRegister } from './record-kind.js';
import { post, rank, staffNo, staffNoAliases, unitCode } from './shared-fields.js';

/** The people who are supervised. */
export const cadres = defineRegister({
  key: 'cadres',
  labels: { en: 'Cadres', 'zh-CN': '干部' },
  fields: {
    staff_no: text('Staff number', '工号', { aliases: staffNoAliases }),
    name: text('Name', '姓名', { aliases: ['名字', 'full name'] }),
    unit_code: { ...unitCode, optional: true },
    managed_by: text('Managed by', '管理单位代码', {
      optional: true,
      references: 'unit',
      aliases: ['管理单位', '干部管理权限单位', '主管单位代码'],
    }),
    post: text('Post', '职务', { optional: true, ...post }),
    rank: text('Rank', '职级', { optional: true, ...rank }),
    head: boolean('Heads the unit', '是否主要负责人', {
      optional: true,
      aliases: ['主要负责人', '一把手', '是否一把手', 'is head'],
    }),
    appointed_on: date('Appointed on', '任职日期', {
      optional: true,
      aliases: ['任职时间', '任现职时间', 'appointment date'],
    }),
    birth_year: integer('Birth year', '出生年份', {
      optional: true,
      min: 1850,
      max: 2200,
      aliases: ['出生年', 'year of birth'],
    }),
    left_on: date('Left on', '离任日期', {
      optional: true,
      aliases: ['离任时间', '离职日期', '免职日期'],
    }),
  },
  identity: ['staff_no'],
});

/** Another office's number for the same person. */
export const cadreAliases = defineRegister({
  key: 'cadre-aliases',
  labels: { en: 'Cadre aliases', 'zh-CN': '干部别号' },
  fields: {
    staff_no: staffNo,
    system: text('System', '系统', { aliases: ['来源系统', '系统名称', 'source system'] }),
    identifier: text('Identifier there', '该系统编号', {
      aliases: ['外部编号', '对应编号', 'identifier', 'external number'],
    }),
  },
  identity: ['system', 'identifier'],
});
