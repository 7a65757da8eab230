import { type Measure, measure, percentile, timed } from '../measure.ts';
import { randomNumbers, staffNo } from '../population.ts';
import type { Batches } from './batches.ts';
import type { Running } from './context.ts';
import { CALM, nameOf, readersWait, type Watching, whileIngesting } from './readers.ts';

const READS = 60;
const MUST_EXPLAIN_SECONDS = 0.05;
const MUST_TELL_SECONDS = 0.15;

/** How long readers wait for a person's explanation, one of them and 50 during ingest, and one for 36 months of history. */
export async function people(
  running: Running,
  batches: Batches,
  { seconds, paces }: Watching,
): Promise<Measure[]> {
  const { server, cadreCount } = running;
  const random = randomNumbers(5);
  const anybody = () => `/api/cadres/${staffNo(Math.floor(random() * cadreCount))}`;
  const explanation = () => `${anybody()}/score`;
  const p95 = async (path: () => string) => {
    const times: number[] = [];
    for (let read = -10; read < READS; read++) {
      const [spent] = await timed(() => server.json(path()));
      if (read >= 0) times.push(spent);
    }
    return percentile(times, 0.95);
  };
  const explained = await p95(explanation);
  const history = await p95(() => `${anybody()}/history?months=36`);
  const together = await whileIngesting(running, batches, async (token) => {
    const wait = (every: number, time: number) =>
      readersWait(running, { token, path: explanation, every, seconds: time });
    await wait(CALM, 1);
    const waits: number[] = [];
    for (const every of paces) waits.push(await wait(every, seconds));
    return waits;
  });
  const limited = (work: string, spent: number, limit = MUST_EXPLAIN_SECONDS) =>
    measure(work, spent, 'the limit', limit);
  return [
    limited('a person’s explanation, p95', explained),
    ...paces.map((every, at) => limited(`the same, ${nameOf(every, 'one')}`, together[at]!)),
    limited('36 months of history, p95', history, MUST_TELL_SECONDS),
  ];
}
