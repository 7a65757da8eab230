/** A file system gives a name 255 bytes; the due time and the endings take the rest. */
const STEM_BYTES = 180;

/** What some file system or shell cannot have in a name, line breaks and hidden marks included. */
const forbidden = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

function cut(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > STEM_BYTES) break;
    kept += character;
  }
  return kept;
}

/** What the files of a schedule of this name begin with: the name, fit for any file system. */
export function fileStem(name: string): string {
  const fit = name.normalize('NFC').replace(forbidden, '_').trim();
  // A leading dot hides a file, a leading dash looks like an option.
  return cut(fit.replace(/^[.-]+/, '_'));
}

/** Two schedules of the same key would write over each other's files; some file systems ignore case. */
export const fileKey = (name: string) => fileStem(name).toLowerCase();

/** An instant as it stands in a file's name, in a time zone: `2026-11-23T070000+0800`. */
export function stamp(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value ?? '';
  const offset = of('timeZoneName').replace('GMT', '').replace(':', '') || '+0000';
  const milliseconds = at.getUTCMilliseconds();
  const fraction = milliseconds === 0 ? '' : `.${String(milliseconds).padStart(3, '0')}`;
  const day = `${of('year')}-${of('month')}-${of('day')}`;
  return `${day}T${of('hour')}${of('minute')}${of('second')}${fraction}${offset}`;
}

/** The name of the file that a schedule writes for a due time, in the schedule's own zone. */
export const fileName = (schedule: string, dueAt: Date, timeZone: string) =>
  `${fileStem(schedule)}-${stamp(dueAt, timeZone)}.csv`;
