const HOUR_MS = 3_600_000;

const local = (zone?: string) =>
  new Intl.DateTimeFormat('en-GB', {
    ...({ day: 'numeric', month: 'short', year: 'numeric' } as const),
    ...({ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const),
    ...(zone && { timeZone: zone }),
  });

/** An instant (RFC 3339) on the clock of whoever reads, with its zone; `zone` is another's (an IANA name). */
export const onTheClock = (instant: string, zone?: string): string =>
  local(zone).format(new Date(instant));

/** When something ends, for a reader now: how long that is, in hours or days, and the moment. */
export function ending(instant: string, now = Date.now(), zone?: string): string {
  const hours = Math.round((Date.parse(instant) - now) / HOUR_MS);
  const days = Math.round(hours / 24);
  const length = hours < 48 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : `${days} days`;
  return `for ${length} (until ${onTheClock(instant, zone)})`;
}
