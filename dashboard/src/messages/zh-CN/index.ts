import type { Messages } from '../en/index.js';
import { access } from './access/index.js';
import { appointments } from './appointments.js';
import { clauses } from './clauses.js';
import { consequences } from './consequences.js';
import { exports } from './exports.js';
import { followUps } from './follow-ups.js';
import { frame } from './frame.js';
import { heard } from './heard.js';
import { imports } from './import.js';
import { person } from './person.js';
import { quarantine } from './quarantine.js';
import { ranking } from './ranking.js';
import { records } from './records.js';
import { refusals } from './refusals.js';
import { states } from './states.js';
import { unit } from './unit.js';

/** 全部中文文字。 */
export const zhCN: Messages = {
  ...frame,
  ...states,
  ...ranking,
  ...person,
  ...followUps,
  ...unit,
  ...imports,
  ...quarantine,
  ...exports,
  ...clauses,
  ...heard,
  ...appointments,
  ...records,
  ...access,
  ...consequences,
  ...refusals,
};
