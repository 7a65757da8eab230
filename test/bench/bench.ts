import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { auditLog } from './audit.ts';
import { rescore } from './rescore.ts';

/** One line of the table: the product's time for a piece of work beside a reference's, measured in one run on the same data. */
export interface Measure {
  readonly work: string;
  readonly seconds: number;
  readonly reference: string;
  readonly referenceSeconds: number;
  /** referenceSeconds / seconds: how many times faster the product is. */
  readonly ratio: number;
}

const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    cadres: { type: 'string' },
    json: { type: 'string' },
  },
});
const cadreCount = Number(values.cadres ?? (values.small ? 100_000 : 300_000));

process.stdout.write(
  `${cadreCount.toLocaleString('en')} cadres, 21 records each; ${cpus().length} x ${cpus()[0]?.model}\n\n`,
);
const measures = [...(await rescore(cadreCount)), ...(await auditLog())];
for (const { work, seconds, reference, referenceSeconds, ratio } of measures) {
  process.stdout.write(
    `${work}: ${seconds.toFixed(3)} s; ${reference}: ${referenceSeconds.toFixed(3)} s; ${ratio.toFixed(1)} times as fast\n`,
  );
}
if (values.json) writeFileSync(values.json, JSON.stringify(measures, null, 2));
