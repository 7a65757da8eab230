import { bandCodes } from '@probity/analytics';
import type { RowColumn } from '../platform/http/send-rows.js';
import type { SummaryRow } from './units.dto.js';

/** The columns of unit summaries as a file. */
export const summaryColumns: readonly RowColumn<SummaryRow>[] = [
  { name: 'code', type: 'text', value: (row) => row.code },
  { name: 'name', type: 'text', value: (row) => row.name },
  { name: 'parentCode', type: 'text', value: (row) => row.parentCode },
  { name: 'depth', type: 'integer', value: (row) => row.depth },
  { name: 'cadreCount', type: 'integer', value: (row) => row.cadreCount },
  ...bandCodes.map(
    (band): RowColumn<SummaryRow> => ({
      name: band,
      type: 'integer',
      value: (row) => row.bands[band],
    }),
  ),
  { name: 'meanScore', type: 'points', value: (row) => row.meanScore },
  { name: 'overdueCount', type: 'integer', value: (row) => row.overdueCount },
];
