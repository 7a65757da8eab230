/** When a schedule runs, as people say it; anything else stays a cron expression. */
export type Rhythm =
  | { readonly every: 'daily'; readonly time: string }
  | { readonly every: 'weekly'; readonly time: string; readonly weekday: number }
  | { readonly every: 'monthly'; readonly time: string; readonly day: number }
  | { readonly every: 'cron'; readonly cron: string };

/** The cron expression of a rhythm. `time` is HH:MM, `weekday` 0 (Sunday) to 6, `day` 1 to 28. */
export function cronOf(rhythm: Rhythm): string {
  if (rhythm.every === 'cron') return rhythm.cron;
  const [hour = 0, minute = 0] = rhythm.time.split(':').map(Number);
  if (rhythm.every === 'weekly') return `${minute} ${hour} * * ${rhythm.weekday}`;
  if (rhythm.every === 'monthly') return `${minute} ${hour} ${rhythm.day} * *`;
  return `${minute} ${hour} * * *`;
}

const PLAIN = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|\d)$/;

/** The rhythm that a cron expression stands for. */
export function rhythmOf(cron: string): Rhythm {
  const match = PLAIN.exec(cron.trim());
  if (!match) return { every: 'cron', cron };
  const [, minute = '', hour = '', day = '', weekday = ''] = match;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (day === '*' && weekday === '*') return { every: 'daily', time };
  if (day === '*') return { every: 'weekly', time, weekday: Number(weekday) };
  if (weekday === '*') return { every: 'monthly', time, day: Number(day) };
  return { every: 'cron', cron };
}
