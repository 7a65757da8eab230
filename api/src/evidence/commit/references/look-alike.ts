import type { PoolClient } from 'pg';

/**
 * Letters and digits that look like another one: Cyrillic and Greek capitals and small letters, and
 * O/0, I/l/1. Both rows are read side by side.
 */
const LOOKS = 'АВЕЅІЈКМНОРСТХУаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαρνOoIiLl|Зб';
const LIKES = 'ABESIJKMHOPCTXYAEOPCYXISJABEZHIKMNOPTYXOAPV001111136';

/** SQL for the shape of a number: equal shapes are easily taken for one another. */
export function shapeSql(text: string): string {
  // Twice: a Cyrillic О becomes O, and O becomes 0.
  const once = `translate(normalize(${text}, NFKC), '${LOOKS}', '${LIKES}')`;
  return `translate(upper(${once}), '${LOOKS}', '${LIKES}')`;
}

/** SQL for `a(given, hint)`: for unknown numbers in `people`, the known number that each looks like. */
export const lookAlikeSql = `
  SELECT u.given, ' It looks like ' || min(c.staff_no) || ', which is known (形似已有工号 ' || min(c.staff_no) || ').' AS hint
  FROM people u JOIN cadres c
    ON ${shapeSql('c.staff_no')} = ${shapeSql('u.given')}
   AND c.staff_no <> u.given AND c.superseded_at IS NULL AND c.withdrawn_reason IS NULL
  WHERE NOT u.known
  GROUP BY u.given`;

/**
 * Runs a statement that compares shapes with nested loops off: PostgreSQL cannot know how many
 * shapes there are, and to compare each with each would take hours.
 */
export async function withoutLoops<T>(client: PoolClient, run: () => Promise<T>): Promise<T> {
  await client.query('SET LOCAL enable_nestloop = off');
  const result = await run();
  await client.query('SET LOCAL enable_nestloop = on');
  return result;
}
