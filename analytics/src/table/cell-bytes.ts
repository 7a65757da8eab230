import { NO_DAY } from '../fields/day.js';
import type { Field } from '../fields/field.js';

// The language's own library has no UTF-8; every engine has it.
declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

const decoder = new TextDecoder();
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
/** So many digits, and so many after the point, give the same double divided as read at once. */
const EXACT_DIGITS = 15;

/** A whole number as bytes; NaN where it is none. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  const negative = bytes[start] === MINUS;
  const first = negative ? start + 1 : start;
  if (first >= end || end - first > EXACT_DIGITS) return Number.NaN;
  let number = 0;
  for (let at = first; at < end; at++) {
    const byte = bytes[at];
    if (byte < ZERO || byte > NINE) return Number.NaN;
    number = 10 * number + byte - ZERO;
  }
  return negative ? -number : number;
}

function decimalNumber(bytes: Uint8Array, start: number, end: number): number {
  const negative = bytes[start] === MINUS;
  const first = negative ? start + 1 : start;
  let number = 0;
  let scale = 0;
  for (let at = first; at < end; at++) {
    const byte = bytes[at];
    if (byte === POINT && scale === 0) scale = 1;
    else if (byte >= ZERO && byte <= NINE) {
      number = 10 * number + byte - ZERO;
      scale *= 10;
    } else return Number.NaN;
  }
  if (end - first > EXACT_DIGITS) return Number.NaN;
  const value = scale > 1 ? number / scale : number;
  return negative ? -value : value;
}

/**
 * Reads one field's cells from bytes, as a table writes them: what the column holds, or NaN where
 * that takes a look at the text (`text`), which then says so or refuses it.
 */
export function cellReader(
  field: Field,
): ((bytes: Uint8Array, start: number, end: number) => number) | undefined {
  switch (field.type) {
    case 'date':
      return (bytes, start, end) => {
        const day = wholeNumber(bytes, start, end);
        return day < NO_DAY ? day : Number.NaN;
      };
    case 'integer':
      return wholeInLimits(field);
    case 'decimal':
      return decimalNumber;
    case 'choice':
      return choiceReader(field);
    default:
      return undefined;
  }
}

/** The text of bytes. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}

function wholeInLimits({ min = -0x7fffffff, max = 0x7fffffff }: Field) {
  return (bytes: Uint8Array, start: number, end: number) => {
    const number = wholeNumber(bytes, start, end);
    return number >= min && number <= max ? number : Number.NaN;
  };
}

/** Values are few: each is compared by its length and bytes. */
function choiceReader(field: Field) {
  const values = Object.keys(field.values ?? {}).map((value) =>
    Uint8Array.from(value, (letter) => letter.charCodeAt(0)),
  );
  return (bytes: Uint8Array, start: number, end: number) => {
    for (let code = 0; code < values.length; code++) {
      const value = values[code];
      if (value.length !== end - start) continue;
      let at = 0;
      while (at < value.length && value[at] === bytes[start + at]) at++;
      if (at === value.length) return code;
    }
    return Number.NaN;
  };
}
