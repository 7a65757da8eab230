import { dateOf } from '../../fields/day.js';
import { codeOf, type Rows } from '../../fields/field.js';
import type { Labels } from '../../fields/labels.js';
import { daysInWords, figure } from '../../fields/sentence.js';
import { faded, type Moment } from '../../source.js';
import { closedBy, daysLate, isOpen, isVerified, visitFailed } from './audit-finding.course.js';
import { type AuditFields, fields } from './audit-finding.fields.js';
import type { AuditPolicy } from './audit-finding.policy.js';

const IN_TERM = codeOf(fields.phase, 'in_term');
const NO_RESPONSIBILITY = codeOf(fields.responsibility, 'none');

/** Why a finding worth `p` by severity gives what it gives; `full` unless larger ones of its audit took the places. */
export function reasonOf(
  rows: Rows<AuditFields>,
  row: number,
  at: Moment<AuditPolicy>,
  p: number,
  full: boolean,
): Labels {
  const severity = rows.severity[row];
  if (severity === 0 && p === 0) {
    return { en: 'Audited, nothing found', 'zh-CN': '已审计，未发现问题' };
  }
  if (rows.responsibility[row] === NO_RESPONSIBILITY) {
    return {
      en: `Severity ${severity}, but no responsibility of this cadre, so it counts 0`,
      'zh-CN': `严重程度${severity}，本人无责任，不计分`,
    };
  }
  const course = isOpen(rows, row, at.day)
    ? openCourse(rows, row, at)
    : closedCourse(rows, row, at);
  const { inFull, othersFactor } = at.policy.perAudit;
  const share = full
    ? { en: '', 'zh-CN': '' }
    : {
        en: `; not among the ${inFull} largest of its audit, so × ${othersFactor}`,
        'zh-CN': `；不在该审计最大的${inFull}项之内，×${othersFactor}`,
      };
  return {
    en: `Severity ${severity} (${figure(p)} ${p === 1 ? 'point' : 'points'}), ${course.en}${share.en}`,
    'zh-CN': `严重程度${severity}（${figure(p)}分），${course['zh-CN']}${share['zh-CN']}`,
  };
}

function openCourse(rows: Rows<AuditFields>, row: number, at: Moment<AuditPolicy>): Labels {
  const { day, policy } = at;
  const late = daysLate(rows, row, at);
  const failed = visitFailed(rows, row, day);
  const state = failed
    ? { en: 'found not rectified on a return visit', 'zh-CN': '回访未整改到位' }
    : { en: 'not rectified', 'zh-CN': '未整改' };
  if (rows.phase[row] !== IN_TERM) {
    return {
      en: `${state.en}; lateness adds nothing at the end of a term`,
      'zh-CN': `${state['zh-CN']}；离任审计不计逾期`,
    };
  }
  if (late === 0) {
    return { en: `${state.en}, not late yet`, 'zh-CN': `${state['zh-CN']}，尚未逾期` };
  }
  const days = daysInWords(late);
  const more = figure(1 + Math.min(policy.lateness.most, policy.lateness.perDay * late));
  return {
    en: `${state.en}, ${days.en} late, × ${more}`,
    'zh-CN': `${state['zh-CN']}，逾期${days['zh-CN']}，×${more}`,
  };
}

function closedCourse(rows: Rows<AuditFields>, row: number, at: Moment<AuditPolicy>): Labels {
  const { day, policy } = at;
  const closedOn = closedBy(rows, row, day);
  const verified = isVerified(rows, row, day);
  const factor = figure(verified ? policy.verifiedFactor : policy.rectifiedFactor);
  const date = dateOf(closedOn);
  const seen = verified
    ? { en: ' and verified', 'zh-CN': '并已核实' }
    : { en: ', not verified yet', 'zh-CN': '，尚未核实' };
  const faded = fading(day - closedOn, at);
  return {
    en: `rectified on ${date}${seen.en}, × ${factor}${faded.en}`,
    'zh-CN': `${date}已整改${seen['zh-CN']}，×${factor}${faded['zh-CN']}`,
  };
}

function fading(age: number, at: Moment<AuditPolicy>): Labels {
  if (age === 0) return { en: '', 'zh-CN': '' };
  const decay = figure(faded(at.decay(at.policy.halfLifeDays), age));
  const days = daysInWords(age);
  return { en: `, × ${decay} after ${days.en}`, 'zh-CN': `，${days['zh-CN']}后×${decay}` };
}
