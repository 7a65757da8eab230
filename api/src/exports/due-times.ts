import { CronExpressionParser } from 'cron-parser';

/** Which part of a schedule's times cannot be used, and why. */
export interface DueTimesProblem {
  readonly parameter: 'cron' | 'timeZone';
  readonly detail: string;
}

/** `H` means a random number to the parser, so the same expression would mean two times. */
const FIVE_FIELDS = /^(?!.*(?:^|[\s,])H)\S+(?: +\S+){4}$/i;

function parse(cron: string, timeZone: string, at: Date) {
  return CronExpressionParser.parse(cron, { tz: timeZone, currentDate: at });
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // An offset such as +08:00 is known to Intl, but is no zone: it knows nothing of summer time.
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

/** What is wrong with a cron expression (five fields) or its time zone; undefined where they can be used. */
export function dueTimesProblem(cron: string, timeZone: string): DueTimesProblem | undefined {
  if (!isTimeZone(timeZone)) {
    const detail = `there is no time zone ${timeZone}; give an IANA name such as Asia/Shanghai`;
    return { parameter: 'timeZone', detail };
  }
  if (!FIVE_FIELDS.test(cron)) {
    return {
      parameter: 'cron',
      detail:
        'give five fields: minute, hour, day of month, month, day of week; 0 7 * * 1 is Mondays at 7:00',
    };
  }
  try {
    nextDueTimes(cron, timeZone, new Date(), 1);
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { parameter: 'cron', detail: `${cron} never comes due or cannot be read (${why})` };
  }
}

/** The next `count` due times after `after`, soonest first. */
export function nextDueTimes(cron: string, timeZone: string, after: Date, count: number): Date[] {
  const times = parse(cron, timeZone, after);
  return Array.from({ length: count }, () => times.next().toDate());
}

/** The latest due time up to and including `now`. */
export function latestDueTime(cron: string, timeZone: string, now: Date): Date {
  // The parser looks strictly before the instant that it is given.
  return parse(cron, timeZone, new Date(now.getTime() + 1))
    .prev()
    .toDate();
}
