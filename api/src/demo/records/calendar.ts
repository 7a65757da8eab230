import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installationFolder } from '../../platform/config.js';
import type { Row } from '../province/rows.js';

/** A sample of holidays and make-up working days; nobody has compared it with the notices it names. */
const sample = join(installationFolder, 'api/data/calendar-days-2025-2026.csv');

/** The sample calendar, as its file has it. */
export function calendarRows(): Row[] {
  const [header = '', ...lines] = readFileSync(sample, 'utf8').trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}
