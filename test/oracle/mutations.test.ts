import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectations } from './expectations.js';
import { asOfDates } from './generate/days.js';
import { generate } from './generate/generate.js';
import { type Mutation, mutations } from './mutations.js';
import { Oracle, readRules } from './oracle.js';
import { openScratchDatabase, type ScratchDatabase } from './scratch-database.js';

const digest = `
  select md5((select string_agg(c::text, '' order by c::text) from contributions c)) as contributions,
    md5((select string_agg(s::text, '' order by s::text) from scorecard s)) as scorecard,
    md5((select string_agg(f::text, '' order by f::text) from follow_ups f)) as follow_ups`;

/** A mutation, and the first day on which it gives other answers than the rules do. */
interface Finding {
  readonly mutation: Mutation;
  readonly asOf: string;
}

let scratch: ScratchDatabase;
let oracle: Oracle;
const rules = [...readRules()];
const caught: Finding[] = [];

const isCaught = (mutation: Mutation) => caught.some((finding) => finding.mutation === mutation);

const answers = async () => JSON.stringify(await oracle.read(digest));

/** Which of the mutations that no other day has caught give other answers on this one. */
async function catchOn(asOf: string): Promise<void> {
  const wrong = new Map<Mutation, string>();
  await scratch.client.query('begin');
  await oracle.ask(asOf, expectations);
  for (const [at, [step, rule]] of rules.entries()) {
    // What the steps before made is there already, for all mutations of this one.
    await scratch.client.query('savepoint before');
    for (const mutation of mutations) {
      if (mutation.step !== step || isCaught(mutation)) continue;
      await oracle.apply(rule.replace(mutation.from, () => mutation.to));
      for (const [, later] of rules.slice(at + 1)) await oracle.apply(later);
      wrong.set(mutation, await answers());
      await scratch.client.query('rollback to before');
    }
    await scratch.client.query('release before');
    await oracle.apply(rule);
  }
  const right = await answers();
  await scratch.client.query('rollback');
  for (const [mutation, answer] of wrong) if (answer !== right) caught.push({ mutation, asOf });
}

beforeAll(async () => {
  scratch = await openScratchDatabase();
  oracle = new Oracle(scratch.client);
  await oracle.load(generate(2_000));
  for (const asOf of asOfDates) await catchOn(asOf);
});

afterAll(() => scratch.close());

describe('the generated records tell apart', () => {
  it.each(mutations)('$step: $from and $to', (mutation) => {
    const rule = new Map(rules).get(mutation.step) ?? '';
    expect(rule.split(mutation.from)).toHaveLength(2);
    expect(caught).toContainEqual(expect.objectContaining({ mutation }));
  });
});
