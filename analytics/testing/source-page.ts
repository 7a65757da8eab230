import { readFileSync } from 'node:fs';
import type { Case } from './case-files.js';

/**
 * The worked example of a source's page: under `## Worked example`, "As of `DATE`", a table whose
 * columns are fields and `points`, and "Subtotal: **N**". Points there are points, not millipoints.
 */
export function workedExample(page: URL): Case {
  const text = readFileSync(page, 'utf8');
  const section = text.split(/^## Worked example$/m)[1]?.split(/^## /m)[0] ?? '';
  const asOf = /As of `(\d{4}-\d\d-\d\d)`/.exec(section)?.[1];
  const subtotal = /Subtotal: \*\*([\d.]+)\*\*/.exec(section)?.[1];
  const [header, , ...rows] = [...section.matchAll(/^\|(.*)\|$/gm)].map((match) =>
    (match[1] as string).split('|').map((cell) => cell.trim()),
  );
  if (!asOf || !subtotal || !header || rows.length === 0) {
    throw new Error(`no worked example in ${page.pathname}`);
  }
  const records = rows.map((row) => {
    const cells = Object.fromEntries(header.map((name, at) => [name, row[at] ?? '']));
    const { points, ...fields } = cells;
    return { cells: fields, points: millipoints(points ?? ''), reason: '' };
  });
  const adjustments = Object.fromEntries(
    [...section.matchAll(/Adjustment `(\w+)`: \*\*(-?[\d.]+)\*\*/g)].map(
      ([, kind, points]) => [kind as string, millipoints(points as string)] as const,
    ),
  );
  return {
    name: 'the worked example of the page',
    asOf,
    records,
    adjustments,
    subtotal: millipoints(subtotal),
  };
}

function millipoints(points: string): number {
  return Math.round(Number(points) * 1000);
}
