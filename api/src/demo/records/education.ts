import { type Day, dateOf, dayOfParts, yearOf } from '@probity/analytics';
import type { Draw } from '../province/draw.js';
import { type Person, postingOn } from '../province/people.js';
import type { Row } from '../province/rows.js';

interface Session {
  readonly ref: string;
  readonly kind: string;
  readonly on: Day;
}

/** Sessions of the year before and this one: party spirit in spring, clean government in summer, a warning conference in autumn. */
function sessionsOf(madeOn: Day): Session[] {
  const thisYear = yearOf(madeOn);
  const planned = [
    [thisYear - 1, 'clean_government', 6, 15],
    [thisYear - 1, 'warning', 10, 20],
    [thisYear, 'party_spirit', 3, 20],
    [thisYear, 'clean_government', 6, 15],
    [thisYear, 'warning', 10, 20],
  ] as const;
  return planned
    .map(([year, kind, month, day]) => ({
      ref: `JY${year}-${month}`,
      kind,
      on: dayOfParts(year, month, day) ?? madeOn,
    }))
    .filter(({ on }) => on <= madeOn);
}

/** Who was down for which session and came; most who missed one come to the session that makes up for it. */
export function educationSessions(draw: Draw, people: readonly Person[], madeOn: Day): Row[] {
  const sessions = sessionsOf(madeOn);
  return people.flatMap((person) => {
    const asked = draw.chance(0.65);
    return sessions.flatMap((session) => {
      const drawn = draw.next();
      const makesUp = draw.chance(0.75);
      if (!asked || !postingOn(person, session.on)) return [];
      const absent = 0.015 + 0.08 * person.fault;
      const attended = drawn < absent ? 'false' : drawn < absent + 0.03 ? 'excused' : 'true';
      const later = { ...session, ref: `${session.ref}-补`, on: session.on + 40 };
      return [
        row(person, session, attended),
        ...(attended !== 'true' && makesUp && later.on <= madeOn
          ? [row(person, later, 'true')]
          : []),
      ];
    });
  });
}

const row = ({ staffNo }: Person, { ref, kind, on }: Session, attended: string): Row => ({
  ref,
  staff_no: staffNo,
  kind,
  held_on: dateOf(on) ?? '',
  attended,
});
