import { spawn, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Statuses that refuse a payload, which is what most are for. */
const REFUSALS = '400,401,403,404,406,409,410,413,415,422,429,503';

const OPTIONS = [
  '--batch',
  '--ignore-stdin',
  '--level=2',
  '--risk=1',
  '--dbms=PostgreSQL',
  '--technique=BEUST',
  '--threads=1',
  '--timeout=30',
  '--retries=1',
  '--disable-coloring',
  '--skip-waf',
  `--ignore-code=${REFUSALS}`,
];

/** What sqlmap made of a request. */
export interface Outcome {
  /** Lines that say that something gave way. */
  readonly findings: readonly string[];
  /** Whether it got through all that it wanted to try. */
  readonly finished: boolean;
  readonly output: string;
}

/** Whether sqlmap is installed (`apt-get install sqlmap`). */
export const sqlmapIsThere = (): boolean => spawnSync('sqlmap', ['--version']).status === 0;

/** Has sqlmap attack the marked places of a request, one after another. `folder`: where it may keep its notes. */
export async function sqlmap(request: string, folder: string): Promise<Outcome> {
  const file = join(folder, 'request.txt');
  const notes = join(folder, 'notes');
  writeFileSync(file, request);
  rmSync(notes, { recursive: true, force: true });
  const child = spawn('sqlmap', ['-r', file, `--output-dir=${notes}`, ...OPTIONS], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => {
      output += piece;
    });
  }
  await new Promise<void>((done) => child.once('close', () => done()));
  // What only "appears to be" or "might be" injectable it tries again, and withdraws or confirms.
  const findings = output.split('\n').filter((line) => /Payload:|is vulnerable/.test(line));
  const finished = /all tested parameters do not appear to be injectable|Payload:/.test(output);
  return { findings, finished, output };
}
