import { z } from 'zod';
import { reportRegulation } from '../../fields/clause.js';
import {
  days,
  factor,
  group,
  halfLife,
  points,
  ruled,
  yearly,
} from '../../fields/policy-number.js';

/** Every number of the source, with the defaults of the scoring rules' first version. */
export const policy = group('Personal-matter reports', '个人有关事项报告', {
  cap: points('Most points', '最高分', 15),
  lateness: group('Late or missing reports', '逾期报告', {
    perDay: factor('Points for each day late', '每逾期一天', 0.05),
    most: points('At most', '最多', 5),
  }),
  check: group('Result of the check', '核查结果分值', {
    omitted: points('Omitted', '漏报', 4),
    concealed: points('Concealed', '瞒报', 12),
  }),
  halfLifeDays: halfLife('Half-life', '半衰期', 730),
  coverage: group('Coverage', '覆盖要求', {
    days: days('Annual report due within the last', '近', 730),
  }),
  followUps: group('Follow-ups', '跟进事项', {
    opensBeforeDays: days('A report is listed ahead by', '报告提前列示', 31),
    annualDue: ruled(
      yearly('The annual report is due the next year on', '次年年度报告截止', 1, 31),
      reportRegulation({
        en: 'It asks for a yearly report of the year before by 31 January.',
        'zh-CN': '该规定要求每年1月31日前集中报告上一年度事项。',
      }),
    ),
    annualRanks: ruled(
      z
        .array(z.string().min(1))
        .default([])
        .meta({ labels: { en: 'Annual report asked of ranks', 'zh-CN': '年度报告适用职级' } }),
      reportRegulation(),
    ),
  }),
});

export type ReportPolicy = z.output<typeof policy>;
