import { type Day, dateOf, yearOf } from '@probity/analytics';
import type { Draw } from '../province/draw.js';
import { type Person, postingOn } from '../province/people.js';
import { dateBy, type Row } from '../province/rows.js';
import type { Unit } from '../province/units.js';
import { opinionText } from './opinion-texts.js';

const groups = [
  'leading_group',
  'peer',
  'peer',
  'subordinate',
  'subordinate',
  'work_object',
  'service_object',
];
const circles = ['work', 'work', 'work', 'life', 'social'];

interface Given {
  readonly ref: string;
  readonly on: Day;
  readonly respondent: string;
  readonly channel: string;
  readonly rating: number;
  readonly ballots: string;
}

/**
 * Opinions of inspection rounds: each unit has one every year and a half to two years and a half,
 * in which most of its people are asked about within two weeks.
 */
export function inspectionOpinions(
  draw: Draw,
  units: readonly Unit[],
  people: readonly Person[],
  since: Day,
  madeOn: Day,
): Row[] {
  return units.flatMap((unit, place) => {
    const rows: Row[] = [];
    const last = unit.gap === 'inspections' ? madeOn - 1150 : madeOn;
    let starts = since + draw.whole(0, 500);
    for (; starts < last; starts += draw.whole(540, 900)) {
      const round = `KC${yearOf(starts)}-${String(place + 1).padStart(2, '0')}`;
      const asked = people.filter((person) => postingOn(person, starts)?.unit === unit);
      for (const person of asked) {
        if (draw.chance(0.12)) continue;
        rows.push(...opinionsOn(draw, person, `${round}-${person.staffNo}`, starts, madeOn));
      }
    }
    return rows;
  });
}

function opinionsOn(draw: Draw, person: Person, round: string, starts: Day, madeOn: Day): Row[] {
  const count = draw.pick([3, 4, 4, 5, 5, 6, 7]);
  const rows: Row[] = [];
  for (let turn = 1; turn <= count; turn++) {
    const on = starts + draw.whole(0, 14);
    if (on > madeOn) continue;
    const ballot = draw.chance(0.12);
    const rating = Math.round(draw.around(1.25 - 3.5 * person.fault, 0.75));
    rows.push(
      opinion(draw, person, madeOn, {
        ref: `${round}-${turn}`,
        on,
        respondent: draw.pick(groups),
        channel: ballot ? 'ballot' : 'interview',
        rating: Math.max(-2, Math.min(2, rating)),
        ballots: ballot ? String(draw.whole(2, 9)) : '',
      }),
    );
  }
  return rows;
}

/** Letters to the petitions office, most of them about few people. */
export function letters(draw: Draw, people: readonly Person[], since: Day, madeOn: Day): Row[] {
  return people.flatMap((person) => {
    const expected = 0.08 + 3.2 * Math.max(0, person.fault - 0.15);
    const count = Math.floor(expected + draw.next());
    return Array.from({ length: count }, (_, turn) => {
      const on =
        Math.max(since, person.appointedOn) +
        Math.floor(draw.next() * (madeOn - Math.max(since, person.appointedOn)));
      return opinion(draw, person, madeOn, {
        ref: `XF${yearOf(on)}-${person.staffNo.slice(1)}-${turn + 1}`,
        on,
        respondent: draw.pick(['unknown', 'work_object', 'service_object', 'subordinate']),
        channel: draw.pick(['anonymous', 'anonymous', 'signed']),
        rating: draw.chance(0.45) ? -2 : -1,
        ballots: '',
      });
    });
  });
}

function opinion(draw: Draw, person: Person, madeOn: Day, given: Given): Row {
  const { ref, on, respondent, channel, rating, ballots } = given;
  const circle = channel === 'anonymous' ? draw.pick([...circles, 'unknown']) : draw.pick(circles);
  const grave = rating === -2 && channel !== 'ballot';
  // Grave words must be looked into within sixty days; a few are forgotten.
  const looked = grave ? draw.chance(0.93) : rating < 0 && draw.chance(0.05);
  const verifiedOn = looked ? on + draw.whole(12, 74) : null;
  const known = verifiedOn !== null && verifiedOn <= madeOn;
  return {
    ref,
    staff_no: person.staffNo,
    given_on: dateOf(on) ?? '',
    respondent,
    circle,
    rating: String(rating),
    channel,
    ballot_count: ballots,
    text: draw.maybe(rating < 0 ? 0.9 : 0.35, () => opinionText(draw, circle, rating)),
    verified_on: dateBy(verifiedOn, madeOn),
    verification: known ? findingOf(draw, person) : '',
  };
}

function findingOf(draw: Draw, { fault }: Person): string {
  if (draw.chance(fault * 0.75)) return 'substantiated';
  return draw.chance(0.7) ? 'unsubstantiated' : 'inconclusive';
}
