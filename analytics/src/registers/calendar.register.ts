import { boolean, choice, date, text } from '../fields/field.js';
import { defineRegister } from './record-kind.js';

/**
 * Days that are not as the week has them, which deadlines in working days are counted by. They
 * belong to nobody; one entry a day and system, of several systems' the last that came.
 */
export const calendarDays = defineRegister({
  key: 'calendar-days',
  labels: { en: 'Calendar days', 'zh-CN': '工作日历' },
  fields: {
    day: date('Day', '日期', { aliases: ['date', '公历日期'] }),
    kind: choice('Kind', '类型', {
      aliases: ['日期类型'],
      values: {
        holiday: { en: 'Holiday', 'zh-CN': '放假' },
        working: { en: 'Working day', 'zh-CN': '上班' },
      },
    }),
    name: text('Name', '名称', { optional: true, aliases: ['节假日名称', '节日'] }),
    source: text('From', '依据文件', { optional: true, aliases: ['来源', 'document'] }),
    verified: boolean('Verified', '是否核对', {
      optional: true,
      fallback: 'false',
      aliases: ['已核对'],
    }),
  },
  identity: ['day'],
});
