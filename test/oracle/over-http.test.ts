import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/server.js';
import {
  type Contribution,
  contributions,
  differences,
  followUps,
  type Scorecard,
  scorecards,
} from './answers.js';
import { expectations } from './expectations.js';
import { fileContests } from './file-contests.js';
import { asOfDates } from './generate/days.js';
import { generate } from './generate/generate.js';
import { importEverything } from './import-everything.js';
import { Oracle } from './oracle.js';
import { explainedOverHttp, followUpsOverHttp, rankedOverHttp } from './over-http.js';
import { openScratchDatabase, type ScratchDatabase } from './scratch-database.js';

/** All 20,000 take minutes: `PROBITY_ORACLE_CADRES=20000` asks for them. */
const cadreCount = Number(process.env.PROBITY_ORACLE_CADRES ?? 1_000);
/** On each of the days. */
const EXPLAINED = 80;
const records = generate(cadreCount);

let server: TestServer;
let scratch: ScratchDatabase;
let oracle: Oracle;

beforeAll(async () => {
  server = await startServer();
  await server.json('/api/policies', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      note: 'What this installation expects',
      changes: {
        sources: {
          'personal-matter-report': { followUps: { annualRanks: expectations.listedRanks } },
          'debriefing-score': {
            followUps: { basicallyCompetentYears: expectations.basicallyCompetentYears },
          },
        },
        followUps: { expectedFrom: expectations.expectedFrom, countFrom: expectations.countFrom },
      },
    }),
  });
  scratch = await openScratchDatabase();
  oracle = new Oracle(scratch.client);
  await oracle.load(records);
  await importEverything(server, records);
  await fileContests(server, records.contests);
}, 600_000);

afterAll(async () => {
  await server?.stop();
  await scratch?.close();
});

/** Coverage has three decimals in a file. */
const asInFile = (card: Scorecard): Scorecard => ({
  ...card,
  coverage: Number(card.coverage.toFixed(3)),
});

const patient = { timeout: 300_000 };

describe.each(asOfDates)(
  `the server, asked about ${cadreCount} cadres as of %s`,
  patient,
  (asOf) => {
    let cards: Scorecard[];
    beforeAll(async () => {
      await oracle.answer(asOf, expectations);
      cards = await scorecards(oracle);
    });

    it('ranks everyone in service as the oracle does', async () => {
      const ranked = cards.filter(({ position }) => position !== null).map(asInFile);
      expect(differences(ranked, await rankedOverHttp(server, asOf)).slice(0, 20)).toEqual([]);
    });

    it('lists the same follow-ups', async () => {
      const listed = await followUpsOverHttp(server, asOf);
      expect(differences(await followUps(oracle), listed).slice(0, 20)).toEqual([]);
    });

    it(`explains the scores of ${EXPLAINED} of them by the same points`, async () => {
      const every = Math.max(1, Math.floor(cards.length / EXPLAINED));
      const sample = cards.filter((_, index) => index % every === 0);
      const asked = new Set(sample.map(({ staffNo }) => staffNo));
      const expected = (await contributions(oracle)).filter(({ staffNo }) => asked.has(staffNo));
      const explained: Contribution[] = [];
      for (const { staffNo, total, band, coverage } of sample) {
        const answer = await explainedOverHttp(server, staffNo, asOf);
        expect(answer).toMatchObject({ total, band, coverage });
        explained.push(...answer.contributions);
      }
      expect(differences(expected, explained).slice(0, 20)).toEqual([]);
    });
  },
);
