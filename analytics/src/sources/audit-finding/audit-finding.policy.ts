import type { z } from 'zod';
import { auditRegulation, ownNumber } from '../../fields/clause.js';
import { count, days, factor, group, halfLife, points, ruled } from '../../fields/policy-number.js';

/** Every number of the source, with the defaults of the scoring rules' first version. */
export const policy = group('Audit findings', '审计问题', {
  cap: points('Most points', '最高分', 30),
  severityPoints: group('Points by severity', '严重程度分值', {
    severity0: points('0: audited, nothing found', '0：未发现问题', 0),
    severity1: points('1', '1', 1),
    severity2: points('2', '2', 3),
    severity3: points('3', '3', 6),
    severity4: points('4', '4', 12),
  }),
  lateness: group('Late rectification, in term', '任中整改逾期', {
    perDay: factor('More for each day late', '每逾期一天增加', 0.005),
    most: factor('At most', '最多增加', 0.5),
  }),
  halfLifeDays: halfLife('Half-life after rectification', '整改后半衰期', 730),
  rectifiedFactor: factor('Once rectified', '已整改系数', 0.75),
  verifiedFactor: factor('Once verified', '已核实系数', 0.5),
  perAudit: group('Findings of one audit', '同一审计的问题', {
    inFull: count('Largest that count in full', '全额计入条数', 3),
    othersFactor: factor('Factor for the others', '其余系数', 0.1),
  }),
  coverage: group('Coverage (heads)', '覆盖要求（主要负责人）', {
    days: days('Within the last', '近', 1825),
  }),
  followUps: group('Follow-ups', '跟进事项', {
    fromSeverity: ruled(count('Findings from severity', '严重程度不低于', 1)),
    rectifyDays: ruled(
      days('Rectify within, where no date is given', '整改期限（未指定时）', 90),
      auditRegulation(ownNumber),
    ),
    returnVisitDays: ruled(
      days('Return visit within, where no date is given', '回访期限（未指定时）', 90),
    ),
    reRectifyDays: ruled(days('Rectify again within', '再整改期限', 30)),
    auditAfterPostingDays: ruled(
      days('Audit after a head left a posting within', '离任审计期限', 180),
      auditRegulation(ownNumber),
    ),
    auditInPostDays: ruled(
      days('Longest time in post without an audit', '任中审计间隔', 1095),
      auditRegulation(ownNumber),
    ),
    listedBeforeDays: days('An audit in post is listed ahead by', '任中审计提前列示', 31),
  }),
});

export type AuditPolicy = z.output<typeof policy>;
