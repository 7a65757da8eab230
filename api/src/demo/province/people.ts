import { type Day, dateOf, yearOf } from '@probity/analytics';
import type { Draw } from './draw.js';
import { personName } from './names.js';
import { drawPost, type Post, reportingRanks } from './posts.js';
import type { Row } from './rows.js';
import type { Unit } from './units.js';

/** A post held in a unit; `to` is exclusive, null while it lasts. */
export interface Posting extends Post {
  readonly unit: Unit;
  readonly from: Day;
  readonly to: Day | null;
}

/** Somebody the records are about, with what no record says outright. */
export interface Person {
  readonly staffNo: string;
  readonly name: string;
  readonly birthYear: number;
  readonly appointedOn: Day;
  readonly leftOn: Day | null;
  /** By first day; the last one is the present one, or the one that ended when they left. */
  readonly postings: readonly Posting[];
  /** 0 (nothing to say) to 1 (grave); what goes wrong in one office tends to go wrong in others. */
  readonly fault: number;
  /** Must report personal matters every year. */
  readonly reports: boolean;
}

/** The people of all units as of the day the province is made. */
export function people(draw: Draw, units: readonly Unit[], madeOn: Day): Person[] {
  let number = 0;
  return units.flatMap((unit) =>
    Array.from({ length: unit.size }, (_, place) => {
      number++;
      return person(draw, units, unit, place, `S${String(number).padStart(5, '0')}`, madeOn);
    }),
  );
}

function person(
  draw: Draw,
  units: readonly Unit[],
  unit: Unit,
  place: number,
  staffNo: string,
  madeOn: Day,
): Person {
  const leftOn = draw.chance(0.05) ? madeOn - draw.whole(20, 1500) : null;
  const until = leftOn ?? madeOn;
  const from = until - (draw.chance(0.1) ? draw.whole(5, 300) : draw.whole(300, 2000));
  const present = { unit, ...drawPost(draw, unit.level, place), from, to: leftOn };
  const postings = [...earlierPostings(draw, units, unit, from), present];
  const reports = reportingRanks.some((rank) => rank === present.rank);
  return {
    staffNo,
    name: personName(draw),
    birthYear: yearOf(madeOn) - draw.whole(34, 59),
    appointedOn: postings[0]?.from ?? from,
    leftOn,
    postings,
    fault: faultOf(draw, unit),
    reports,
  };
}

function earlierPostings(draw: Draw, units: readonly Unit[], unit: Unit, until: Day): Posting[] {
  if (draw.chance(0.12)) return [];
  const likes = units.filter(({ level, code }) => level === unit.level && code !== unit.code);
  const before = draw.chance(0.4) || likes.length === 0 ? unit : draw.pick(likes);
  const from = until - draw.whole(700, 2200);
  const post = drawPost(draw, before.level, draw.whole(2, 40));
  return [{ unit: before, ...post, from, to: until }];
}

/** Most people give little cause, some are careless, few are worse; strained units have more of both. */
function faultOf(draw: Draw, unit: Unit): number {
  const kind = draw.next() / unit.strain;
  if (kind < 0.02) return 0.7 + 0.3 * draw.next();
  if (kind < 0.1) return 0.4 + 0.3 * draw.next();
  if (kind < 0.56) return 0.21 + 0.2 * draw.next();
  return 0.16 * draw.next();
}

/** The posting held on a day; undefined where none was. */
export function postingOn(person: Person, day: Day): Posting | undefined {
  return person.postings.find(({ from, to }) => from <= day && (to === null || day < to));
}

/** The register of cadres. */
export function cadreRow(person: Person): Row {
  const present = person.postings.at(-1);
  return {
    staff_no: person.staffNo,
    name: person.name,
    unit_code: present?.unit.code ?? '',
    post: present?.post ?? '',
    rank: present?.rank ?? '',
    head: String(present?.head ?? false),
    appointed_on: dateOf(person.appointedOn) ?? '',
    birth_year: String(person.birthYear),
    left_on: person.leftOn === null ? '' : (dateOf(person.leftOn) ?? ''),
  };
}

/** The register of postings. */
export function postingRows(
  person: Person,
  postCodeOf: (person: Person, posting: Posting) => string,
): Row[] {
  return person.postings.map((posting) => {
    const { unit, post, rank, head, from, to } = posting;
    return {
      staff_no: person.staffNo,
      unit_code: unit.code,
      post,
      post_code: postCodeOf(person, posting),
      rank,
      head: String(head),
      from_on: dateOf(from) ?? '',
      to_on: to === null ? '' : (dateOf(to) ?? ''),
    };
  });
}

/** What other offices call this person. */
export function aliasRows(draw: Draw, person: Person): Row[] {
  const number = person.staffNo.slice(1);
  const audited = draw.chance(0.4);
  return [
    { staff_no: person.staffNo, system: 'petitions-office', identifier: `XF${number}` },
    ...(audited
      ? [{ staff_no: person.staffNo, system: 'audit-office', identifier: `3799000000${number}12X` }]
      : []),
  ];
}
