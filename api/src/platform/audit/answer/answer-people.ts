/**
 * A member called `staffNo` in JSON as the product writes it. Inside a string value its quotes would be
 * escaped, so only real members match.
 */
const STAFF_NUMBER = /"staffNo"\s*:\s*("(?:[^"\\]|\\.)*")/g;

/** The staff numbers that a JSON answer shows, each once: the value of every member `staffNo`, at any depth. */
export function peopleIn(json: string): string[] {
  const written = new Set<string>();
  for (const [, value] of json.matchAll(STAFF_NUMBER)) if (value) written.add(value);
  return [...written].map((value) => JSON.parse(value) as string);
}
