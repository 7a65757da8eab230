/** How a CSV file separates cells and lines. */
export interface CsvDialect {
  readonly delimiter: string;
  /** CR alone, or LF, with a CR before it or without. */
  readonly newline: '\n' | '\r';
}

/** Quoted parts, a last one that goes on beyond the text included. */
const QUOTED = /"[^"]*(?:"|$)/g;
/** A line with something in it, and its end, whole: a CR may be half of a CRLF. */
const WHOLE_LINE = /\S[^\r\n]*(?:\n|\r[\s\S])/;

/** Whether the text goes on beyond its header, so that the dialect can be told. */
export const hasHeader = (text: string): boolean => WHOLE_LINE.test(text.replace(QUOTED, '""'));

/**
 * Recognises the dialect by the header, the first line that isn't blank. The delimiter is a comma
 * unless the header has none outside quotes but tabs or semicolons.
 */
export function dialectOf(text: string): CsvDialect {
  const plain = text.replace(QUOTED, '""');
  const header = /\S[^\r\n]*/.exec(plain)?.[0] ?? '';
  return {
    delimiter: [',', '\t', ';', '，'].find((delimiter) => header.includes(delimiter)) ?? ',',
    newline: /\r\n|\n|\r/.exec(plain)?.[0] === '\r' ? '\r' : '\n',
  };
}
