import { type Day, dateOf, dayOfParts, yearOf } from '@probity/analytics';
import type { Draw } from '../province/draw.js';
import type { Person } from '../province/people.js';
import { dateBy, type Row } from '../province/rows.js';

const problems: Readonly<Record<string, readonly string[]>> = {
  reminding: ['整改推进不够有力', '个人有关事项填报不细', '会议纪律执行不严'],
  helping: ['述职评议靠后，帮助查找原因', '班子配合有待改进'],
  admonition: ['对整改责任落实不力予以批评', '违反请示报告制度予以诫勉'],
};

const appointedBy = ({ appointedOn, leftOn }: Person, day: Day) =>
  appointedOn <= day && (leftOn === null || leftOn > day);

/**
 * Reminder talks: few, mostly about a record that is there already (`causes`, by staff number) with
 * something to correct, and now and then one to keep in touch.
 */
export function reminderTalks(
  draw: Draw,
  people: readonly Person[],
  causes: ReadonlyMap<string, string>,
  madeOn: Day,
): Row[] {
  return people.flatMap((person) => {
    const heldOn = madeOn - draw.whole(10, 700);
    const wanted = draw.next();
    if (!appointedBy(person, heldOn)) return [];
    const cause = causes.get(person.staffNo) ?? '';
    if (person.fault > 0.4 && wanted < 0.4) {
      const kind =
        person.fault > 0.8 ? 'admonition' : draw.pick(['reminding', 'reminding', 'helping']);
      return [talk(draw, person, kind, heldOn, cause, madeOn)];
    }
    if (person.fault > 0.2 && wanted < 0.06) {
      return [talk(draw, person, 'reminding', heldOn, cause, madeOn)];
    }
    return wanted < 0.03 ? [talk(draw, person, 'communication', heldOn, '', madeOn)] : [];
  });
}

function talk(
  draw: Draw,
  { staffNo }: Person,
  kind: string,
  heldOn: Day,
  cause: string,
  madeOn: Day,
): Row {
  const asks = kind !== 'communication' && draw.chance(0.7);
  const correctBy = asks ? heldOn + draw.pick([30, 60, 90]) : null;
  const corrected = correctBy !== null && draw.chance(0.8) ? correctBy + draw.whole(-25, 15) : null;
  return {
    ref: `TH-${staffNo.slice(1)}`,
    staff_no: staffNo,
    kind,
    held_on: dateOf(heldOn) ?? '',
    because_of: cause,
    problem: draw.pick(problems[kind] ?? ['沟通思想、工作情况']),
    correct_by: correctBy === null ? '' : (dateOf(correctBy) ?? ''),
    corrected_on: dateBy(corrected, madeOn),
  };
}

/** The first day of the year the data is made in: from then on talks are asked for. */
export const talksSince = (madeOn: Day): Day => dayOfParts(yearOf(madeOn), 1, 1) ?? madeOn;

/** Heart-to-heart talks, twice a year with everybody in service; a few are forgotten. */
export function heartToHeartTalks(draw: Draw, people: readonly Person[], madeOn: Day): Row[] {
  const since = talksSince(madeOn);
  return people.flatMap((person) => {
    const rows: Row[] = [];
    let on = Math.max(since, person.appointedOn) + draw.whole(15, 175);
    for (let turn = 1; on <= madeOn; turn++) {
      const forgotten = draw.chance(0.025);
      if (!forgotten && appointedBy(person, on)) {
        const ref = `TX-${person.staffNo.slice(1)}-${turn}`;
        const heldOn = dateOf(on) ?? '';
        rows.push({ ref, staff_no: person.staffNo, held_on: heldOn, held_by: '单位主要负责人' });
      }
      on += draw.whole(140, 181);
    }
    return rows;
  });
}
