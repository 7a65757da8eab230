import { bandCodes } from '@probity/analytics';
import type { RowColumn } from '../platform/http/send-rows.js';
import type { SummaryRow } from './units.dto.js';

/** A column of numbers, any of which may be hidden; a mean is missing over nobody, too. */
const number = (
  name: string,
  type: 'integer' | 'points',
  value: (row: SummaryRow) => number | null,
): RowColumn<SummaryRow> => ({
  name,
  type,
  value,
  suppressed: (row) =>
    row.suppressed === true &&
    value(row) === null &&
    (name !== 'meanScore' || row.cadreCount !== 0),
});

/** The columns of unit summaries as a file. */
export const summaryColumns: readonly RowColumn<SummaryRow>[] = [
  { name: 'code', type: 'text', value: (row) => row.code },
  { name: 'name', type: 'text', value: (row) => row.name },
  { name: 'parentCode', type: 'text', value: (row) => row.parentCode },
  { name: 'depth', type: 'integer', value: (row) => row.depth },
  number('cadreCount', 'integer', (row) => row.cadreCount),
  ...bandCodes.map((band) => number(band, 'integer', (row) => row.bands[band])),
  number('meanScore', 'points', (row) => row.meanScore),
  number('overdueCount', 'integer', (row) => row.overdueCount),
];
