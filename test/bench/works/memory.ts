import { buffersOf, type Field, sources } from '@probity/analytics';
import { type Measure, measure } from '../measure.ts';
import { records } from '../population.ts';
import type { Population } from './context.ts';
import { columnsOf } from './evidence.ts';

/** The bytes of a value as Arrow has it: dates and integers 4, decimals 8, choices and truths 1. */
function widthOf({ type }: Field): number {
  switch (type) {
    case 'date':
    case 'integer':
      return 4;
    case 'decimal':
    case 'amount':
      return 8;
    default:
      return 1;
  }
}

/** The columns of the four first sources beside the width of what is in them. */
export function memory({ cadreCount }: Population): Measure[] {
  const { sources: columns } = columnsOf(cadreCount);
  let held = 0;
  for (const source of sources) {
    const rows = columns[source.key];
    if (rows) for (const { bytes } of buffersOf(source, rows)) held += bytes.byteLength;
  }
  const fields = new Map(sources.map(({ key, fields }) => [key, fields]));
  let raw = 0;
  // Every cadre's are as wide as the first one's.
  for (const { source, ref, cells } of records(1)) {
    // What the record is called: its text and where that ends.
    raw += cadreCount * (ref.length + 4);
    for (const name of Object.keys(cells)) {
      const field = fields.get(source)?.[name];
      if (field) raw += cadreCount * widthOf(field);
    }
  }
  return [measure('memory of the columns', held / 1e6, 'their raw width', raw / 1e6, 'MB')];
}
