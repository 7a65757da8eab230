import fc, { type GeneratorValue } from 'fast-check';
import { markOf, type World, type WorldCaller, type WorldPerson, type WorldUnit } from './world.js';

const DEEPEST = 6;

/** Kinds of records about a person, an appointment case standing for its five reviews. */
export const recordsOfPeople = [
  'inspection-opinion',
  'debriefing-score',
  'audit-finding',
  'personal-matter-report',
  'reminder-talk',
  'education-session',
  'heart-to-heart-talk',
  'appointment-case',
] as const;

const roleSets = [
  ['inspector'],
  ['inspector'],
  ['inspector', 'approver'],
  ['service'],
  ['leader'],
  ['leader', 'data-officer'],
  ['data-officer'],
  ['administrator'],
  ['auditor'],
  ['inspector', 'leader'],
];

/** Days around today, which is told apart: postings end and begin on the day itself. */
export const daysAround = (today: string): readonly string[] => {
  const at = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString();
  return [-900, -400, -31, -1, 0, 1, 30].map((days) => at(days).slice(0, 10));
};

function drawUnits(g: GeneratorValue): WorldUnit[] {
  const units: (WorldUnit & { depth: number })[] = [{ code: 'U0', parent: null, depth: 1 }];
  const count = g(fc.integer, { min: 3, max: 14 });
  for (let n = 1; n < count; n++) {
    const parents = units.filter(({ depth }) => depth < DEEPEST);
    // The latest one often, so that some branches are deep.
    const latest = parents.at(-1);
    const parent = g(fc.boolean) && latest ? latest : g(fc.constantFrom, ...parents);
    const top = g(fc.integer, { min: 0, max: 19 }) === 0;
    units.push(
      top
        ? { code: `U${n}`, parent: null, depth: 1 }
        : { code: `U${n}`, parent: parent.code, depth: parent.depth + 1 },
    );
  }
  return units.map(({ code, parent }) => ({ code, parent }));
}

function drawPerson(
  g: GeneratorValue,
  number: number,
  units: readonly string[],
  days: readonly string[],
): WorldPerson {
  const oneIn = (n: number) => g(fc.integer, { min: 0, max: n - 1 }) === 0;
  const unit = () => g(fc.constantFrom, ...units);
  const withdrawn = oneIn(12);
  const posting = () => {
    const [from, to] = [g(fc.constantFrom, ...days), g(fc.constantFrom, ...days)].sort();
    return { unit: unit(), from: from ?? '', to: oneIn(3) || from === to ? null : (to ?? null) };
  };
  const postings = Array.from({ length: g(fc.constantFrom, 0, 0, 0, 1, 1, 2) }, posting);
  return {
    mark: markOf(number),
    staffNo: `${g(fc.constantFrom, 'A', 'M', 'Z')}-${markOf(number)}`,
    unit: oneIn(8) ? null : unit(),
    managedBy: oneIn(3) ? unit() : null,
    second:
      !withdrawn && oneIn(6)
        ? { unit: oneIn(4) ? null : unit(), managedBy: oneIn(2) ? unit() : null }
        : null,
    // One posting a unit and day: its identity.
    postings: postings.filter(
      (one, at) =>
        !postings.slice(0, at).some((two) => two.unit === one.unit && two.from === one.from),
    ),
    leftOn: oneIn(8) ? g(fc.constantFrom, ...days) : null,
    head: oneIn(3),
    withdrawn,
    alias: oneIn(3),
    records: g(fc.subarray, [...recordsOfPeople]),
    contests: !withdrawn && oneIn(4),
  };
}

function drawCaller(
  g: GeneratorValue,
  number: number,
  units: readonly string[],
  people: readonly WorldPerson[],
): WorldCaller {
  const known = people.filter(({ withdrawn }) => !withdrawn).map(({ staffNo }) => staffNo);
  const some = (most: number) =>
    known.length === 0 ? [] : g(fc.subarray, known, { maxLength: Math.min(most, known.length) });
  return {
    name: `caller-${number}`,
    // Every role in every world, by those who are drawn first.
    roles: [...(roleSets[number % roleSets.length] ?? [])],
    unit: g(fc.integer, { min: 0, max: 5 }) === 0 ? null : g(fc.constantFrom, ...units),
    own: some(1)[0] ?? null,
    recusals: g(fc.boolean) ? some(2) : [],
  };
}

/** Draws a province: a tree, people all over it, and those who ask about them. `today` is the product's. */
export function drawWorld(g: GeneratorValue, today: string): World {
  const units = drawUnits(g);
  const codes = units.map(({ code }) => code);
  const days = daysAround(today);
  const people = Array.from({ length: g(fc.integer, { min: 6, max: 24 }) }, (_, number) =>
    drawPerson(g, number, codes, days),
  );
  const callers = Array.from({ length: roleSets.length + 4 }, (_, number) =>
    drawCaller(g, number, codes, people),
  );
  return { units, people, callers };
}

/** The same province later: some people are elsewhere or managed by another unit, and a unit has moved with all under it. */
export function drawLater(g: GeneratorValue, world: World): World {
  const codes = world.units.map(({ code }) => code);
  const somewhere = () => g(fc.constantFrom, ...codes);
  const people = world.people.map((person) => {
    if (person.withdrawn || g(fc.integer, { min: 0, max: 3 }) > 0) return person;
    const [unit, managedBy] = [somewhere(), g(fc.boolean) ? somewhere() : null];
    // What is sent again as it was is a duplicate, which moves nobody.
    if (unit === person.unit && managedBy === person.managedBy) return person;
    return { ...person, unit, managedBy, second: null };
  });
  const mover = g(fc.integer, { min: 1, max: world.units.length - 1 });
  // Parents come before their children, so that an earlier unit is never below a later one.
  const parent = world.units[g(fc.integer, { min: 0, max: mover - 1 })]?.code ?? null;
  const units = world.units.map((unit, at) =>
    at === mover && unit.parent !== parent ? { ...unit, parent } : unit,
  );
  return { ...world, units, people };
}
