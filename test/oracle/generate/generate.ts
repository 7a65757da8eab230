import { Draw } from '../../../api/src/demo/province/draw.js';
import { finding, findings } from './audits.js';
import { appointment } from './cases.js';
import { contests } from './contests.js';
import { asOfDates, dayNumber, isoDate, plantedDate } from './days.js';
import { debriefing, debriefings } from './debriefings.js';
import { opinions } from './opinions.js';
import { cadre, postings, units } from './people.js';
import { reports } from './reports.js';
import {
  type Evidence,
  filedKinds,
  type Kind,
  kinds,
  type Row,
  type SystemRow,
  systems,
} from './row.js';
import { heartToHearts, sessions, talks } from './talks.js';

type Dossier = Partial<Record<Kind, SystemRow[]>>;

/**
 * Units, and cadres with postings and records, in which every branch of the rules occurs many
 * times from a few hundred cadres on. The same count and seed always give the same.
 */
export function generate(cadreCount: number, seed = 20_260_101): Evidence {
  const draw = new Draw(seed);
  const evidence = Object.fromEntries(
    [...kinds, ...filedKinds].map((kind) => [kind, []]),
  ) as unknown as Record<Kind, SystemRow[]>;
  evidence.units.push(...units().map(register));
  let records: Dossier = {};
  for (let index = 0; index < cadreCount; index++) {
    const person = cadre(draw, index);
    const staffNo = person.staff_no ?? '';
    evidence.cadres.push(register(person));
    evidence.postings.push(...postings(draw, staffNo).map(register));
    records = draw.chance(0.05) ? copyFor(staffNo, records) : dossier(draw, staffNo);
    for (const kind of kinds) evidence[kind].push(...(records[kind] ?? []));
  }
  addFurther(evidence, new Draw(seed + 1));
  const staffNos = evidence.cadres.map(({ row }) => row.staff_no ?? '');
  evidence.contests.push(...contests(new Draw(seed + 2), staffNos));
  return evidence;
}

/** Talks, sessions and appointments of some of the cadres; the others keep what their totals are made of. */
function addFurther(evidence: Record<Kind, SystemRow[]>, draw: Draw): void {
  const held = new Map(
    evidence['debriefing-score'].map(({ row }) => [row.staff_no, row.held_on] as const),
  );
  evidence.cadres.forEach(({ row }, index) => {
    const staffNo = row.staff_no ?? '';
    if (!draw.chance(0.3)) return;
    const further: Dossier = {
      'reminder-talk': talks(draw, staffNo),
      'education-session': sessions(draw, staffNo),
      'heart-to-heart-talk': heartToHearts(draw, staffNo),
      ...(draw.chance(0.4) ? appointment(draw, staffNo, `C-${index}`, held.get(staffNo)) : {}),
    };
    for (const kind of kinds) evidence[kind].push(...(further[kind] ?? []));
  });
}

const register = (row: Row): SystemRow => ({ system: systems[0], row });

function dossier(draw: Draw, staffNo: string): Dossier {
  if (draw.chance(0.1)) return lone(draw, staffNo);
  // Somebody of whom enough is known, and nothing grave: low for want of points, not of evidence.
  if (draw.chance(0.25)) return sound(draw, staffNo);
  return {
    'inspection-opinion': draw.chance(0.7) ? opinions(draw, staffNo) : [],
    'debriefing-score': draw.chance(0.7) ? debriefings(draw, staffNo) : [],
    'audit-finding': draw.chance(0.7) ? findings(draw, staffNo) : [],
    'personal-matter-report': draw.chance(0.7) ? reports(draw, staffNo) : [],
  };
}

/** Somebody else's records under another number: equal totals, equal parts. */
function copyFor(staffNo: string, records: Dossier): Dossier {
  return Object.fromEntries(
    Object.entries(records).map(([kind, rows]) => [
      kind,
      rows.map(({ system, row }) => ({ system, row: { ...row, staff_no: staffNo } })),
    ]),
  );
}

/** Three points or none, from an audit or from a debriefing: equal totals, different parts. */
function lone(draw: Draw, staffNo: string): Dossier {
  const datedOn = plantedDate(draw);
  const [system] = systems;
  const held = debriefing(draw, staffNo, 2023, datedOn, false);
  const found = finding(draw, staffNo, 'A-1', '1');
  const unrectified = { rectified_on: '', return_visited_on: '', return_visit_result: '' };
  // The longest window of all, which a chance day would rarely meet.
  const foundOn = isoDate(dayNumber(draw.pick(asOfDates)) - 1825 + draw.whole(-1, 1));
  const mild = { phase: 'end_of_term', severity: '2', responsibility: 'direct', found_on: foundOn };
  return draw.pick([
    {},
    { 'debriefing-score': [{ system, row: { ...held, grade: 'competent', score: '40' } }] },
    { 'audit-finding': [{ system, row: { ...found, ...unrectified, ...mild } }] },
  ]);
}

function sound(draw: Draw, staffNo: string): Dossier {
  const clear = { check_result: 'consistent', submitted_on: '2019-01-01' };
  const well = { grade: 'competent', score: '88.8' };
  const rewrite = (rows: SystemRow[], change: Row) =>
    rows.map(({ system, row }) => ({ system, row: { ...row, ...change } }));
  return {
    'inspection-opinion': opinions(draw, staffNo),
    'debriefing-score': rewrite(debriefings(draw, staffNo), well),
    'audit-finding': rewrite(findings(draw, staffNo), { severity: '0' }),
    'personal-matter-report': rewrite(reports(draw, staffNo), clear),
  };
}
