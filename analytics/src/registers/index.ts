import { sources } from '../sources/index.js';
import { cadreAliases, cadres } from './cadres.register.js';
import { calendarDays } from './calendar.register.js';
import { appointmentCase, postings } from './careers.register.js';
import { outcomes, sanctions } from './decisions.register.js';
import type { RecordKind, Register } from './record-kind.js';
import { unitQuotas, units } from './units.register.js';

/** Every register; those that others refer to come first. */
export const registers: readonly Register[] = [
  units,
  unitQuotas,
  cadres,
  cadreAliases,
  postings,
  appointmentCase,
  sanctions,
  outcomes,
  calendarDays,
];

/** Every kind of record that can be imported: registers first, then evidence. */
export const recordKinds: readonly RecordKind[] = [...registers, ...sources];
