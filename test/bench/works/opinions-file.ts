import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dateOf } from '@probity/analytics';
import { type Measure, measure } from '../measure.ts';
import { records, staffNo } from '../population.ts';
import { COPY_NAME, copyIn } from '../references/psql.ts';
import type { Running } from './context.ts';
import { freshRun, importAll } from './requests.ts';

const FIELDS = [
  ...['given_on', 'respondent', 'circle', 'rating', 'channel'],
  ...['ballot_count', 'verified_on', 'verification'],
];

const SEEDS = 2 ** 31;

/** One new opinion about everyone, as a file. */
async function writeOpinions(file: string, cadreCount: number): Promise<void> {
  const lines = [['ref', 'staff_no', ...FIELDS].join(',')];
  // Others than those that a kept copy has from a run before.
  const now = Date.now();
  const name = now.toString(36);
  for (const { cadre, cells } of records(cadreCount, now % SEEDS, { 'inspection-opinion': 1 })) {
    const shown = FIELDS.map((name) => {
      const cell = cells[name];
      if (cell === null || cell === undefined) return '';
      return name.endsWith('_on') ? dateOf(Number(cell)) : String(cell);
    });
    lines.push([`F${name}-${cadre}`, staffNo(cadre), ...shown].join(','));
  }
  await writeFile(file, `${lines.join('\n')}\n`);
}

/** Gives every column that the file hasn't a default, so that it fits the record table itself, indexes and all. */
const FITTING = [
  'BEGIN',
  'CREATE TEMP SEQUENCE copied',
  `ALTER TABLE inspection_opinion ADD staff_no text, ALTER cadre_id SET DEFAULT 1,
     ALTER record_key SET DEFAULT 'copied' || nextval('copied'), ALTER source_system SET DEFAULT 'copied',
     ALTER version SET DEFAULT 1, ALTER import_id SET DEFAULT 1, ALTER recorded_at SET DEFAULT now()`,
];

/** A file with one opinion about everyone, from its sending to committed and to scored, beside the same file copied into the same table. */
export async function opinionsFile({
  server,
  url,
  cadreCount,
  folder,
}: Running): Promise<Measure[]> {
  const file = join(folder, 'opinions.csv');
  await writeOpinions(file, cadreCount);
  const start = performance.now();
  const body = createReadStream(file) as unknown as BodyInit;
  await importAll(server, 'inspection-opinion', body);
  const committed = (performance.now() - start) / 1000;
  await freshRun(server);
  const scored = (performance.now() - start) / 1000;
  const reference = await copyIn(
    url,
    `inspection_opinion (ref, staff_no, ${FIELDS.join(', ')})`,
    file,
    { before: FITTING, after: ['ROLLBACK'] },
  );
  const name = `${COPY_NAME} of the file into the same table`;
  const rows = cadreCount.toLocaleString('en');
  return [
    measure(`import of ${rows} opinions, to committed`, committed, name, reference),
    measure(`the same, to committed and scored`, scored, name, reference),
  ];
}
