/** How many different people a subject saw on a day. */
export interface DayOfReading {
  readonly subject: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly peopleCount: number;
}

/** A day on which a subject saw more people than usual. */
export interface UnusualDay extends DayOfReading {
  /** The median of the days it is compared with. */
  readonly usual: number;
  /** The most that would still have been usual. */
  readonly limit: number;
  /** `own`: the subject's days before; `everyone`: all subjects' days, where it has too few of its own. */
  readonly basis: 'own' | 'everyone';
}

/**
 * When reading is unusual. These are no findings: they say where an auditor looks first.
 * A day stands out where its people exceed the median of the days before by more than `spreads`
 * spreads, a spread being the median distance from the median (a day of spying among the days
 * compared with moves neither), and at least `leastSpread` of the median, since a subject of very
 * regular habits would otherwise stand out by one person more.
 */
export const unusualReading = {
  /** How many days back the usual is taken from. */
  daysBack: 60,
  /**
   * With fewer days of anybody's reading before it than these, nothing is called unusual: in the first
   * week of work everything is new, and a list of everyone teaches an auditor to look away.
   */
  fewestDaysOfAnybody: 5,
  /** With fewer days of reading than these, a subject has no usual of its own yet. */
  fewestDays: 5,
  spreads: 5,
  leastSpread: 0.2,
  /** Fewer people in a day are never unusual. */
  fewestPeople: 20,
} as const;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [below = 0, above = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? above : (below + above) / 2;
}

const rule = unusualReading;

const dayBefore = (day: string, days: number) =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

/**
 * The unusual ones of the days from `from` on, newest first and the most people first; `days` must
 * begin `daysBack` earlier, in any order, one for each subject and day with any reading.
 */
export function unusualDays(days: readonly DayOfReading[], from: string): UnusualDay[] {
  const found: UnusualDay[] = [];
  for (const one of days) {
    if (one.day < from || one.peopleCount < rule.fewestPeople) continue;
    const since = dayBefore(one.day, rule.daysBack);
    const earlier = days.filter(({ day }) => day >= since && day < one.day);
    if (new Set(earlier.map(({ day }) => day)).size < rule.fewestDaysOfAnybody) continue;
    const own = earlier.filter(({ subject }) => subject === one.subject);
    const basis = own.length >= rule.fewestDays ? 'own' : 'everyone';
    const counts = (basis === 'own' ? own : earlier).map(({ peopleCount }) => peopleCount);
    const usual = median(counts);
    const spread = median(counts.map((count) => Math.abs(count - usual)));
    const distance = rule.spreads * Math.max(spread, rule.leastSpread * usual);
    const limit = Math.max(rule.fewestPeople - 1, usual + distance);
    if (one.peopleCount > limit) found.push({ ...one, usual, limit, basis });
  }
  return found.sort(
    (one, other) =>
      (one.day < other.day ? 1 : one.day > other.day ? -1 : 0) ||
      other.peopleCount - one.peopleCount,
  );
}
