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

let scratch: ScratchDatabase;
let oracle: Oracle;
const truth = new Map<string, string>();

async function answerDigest(asOf: string, mutation?: Mutation): Promise<string> {
  const rules = readRules();
  if (mutation) {
    const rule = rules.get(mutation.step) ?? '';
    expect(rule.split(mutation.from)).toHaveLength(2);
    rules.set(
      mutation.step,
      rule.replace(mutation.from, () => mutation.to),
    );
  }
  await oracle.answer(asOf, expectations, rules);
  return JSON.stringify(await oracle.read(digest));
}

beforeAll(async () => {
  scratch = await openScratchDatabase();
  oracle = new Oracle(scratch.client);
  await oracle.load(generate(2_000));
  for (const asOf of asOfDates) truth.set(asOf, await answerDigest(asOf));
});

afterAll(() => scratch.close());

describe('the generated records tell apart', () => {
  it.each(mutations)('$step: $from and $to', async (mutation) => {
    const caughtOn: string[] = [];
    for (const asOf of asOfDates) {
      if ((await answerDigest(asOf, mutation)) !== truth.get(asOf)) caughtOn.push(asOf);
      if (caughtOn.length > 0) break;
    }
    expect(caughtOn).not.toEqual([]);
  });
});
