import { date, integer, text } from '../fields/field.js';
import { defineRegister } from './record-kind.js';
import { rank, unitCode, unitCodeAliases } from './shared-fields.js';

/** The units, which form a tree by `parent_code`. */
export const units = defineRegister({
  key: 'units',
  labels: { en: 'Units', 'zh-CN': '单位' },
  fields: {
    unit_code: text('Unit code', '单位代码', { aliases: unitCodeAliases }),
    name: text('Name', '名称', { aliases: ['单位名称', '机构名称', 'unit name'] }),
    parent_code: text('Parent unit', '上级单位代码', {
      optional: true,
      references: 'unit',
      aliases: ['上级单位', '上级代码', '上级机构代码', 'parent', 'parent unit code'],
    }),
    moved_on: date('Under that unit since', '划转日期', {
      optional: true,
      untemplated: true,
      aliases: ['隶属变更日期', 'moved'],
    }),
    closed_on: date('Closed on', '撤销日期', {
      optional: true,
      untemplated: true,
      aliases: ['撤销时间', '机构撤销日期', 'closed'],
    }),
  },
  identity: ['unit_code'],
});

/** How many posts of a rank a unit may fill. */
export const unitQuotas = defineRegister({
  key: 'unit-quotas',
  labels: { en: 'Unit quotas', 'zh-CN': '单位职数' },
  fields: {
    unit_code: unitCode,
    rank: text('Rank', '职级', rank),
    established_posts: integer('Established posts', '核定职数', {
      min: 0,
      aliases: ['编制职数', '职数'],
    }),
  },
  identity: ['unit_code', 'rank'],
});
