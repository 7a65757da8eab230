/** SQL that writes an instant as RFC 3339 in UTC with its microseconds, which a JavaScript Date would lose. */
export const rfc3339 = (expression: string): string =>
  `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
