import { type Measure, measure, percentile, timed } from '../measure.ts';
import { randomNumbers, staffNo } from '../population.ts';
import type { Running } from './context.ts';

const READS = 120;

/** How long one reader waits for a person's explanation, and for 36 months of history. */
export async function people({ server, cadreCount }: Running): Promise<Measure[]> {
  const random = randomNumbers(5);
  const p95 = async (path: (number: string) => string) => {
    const times: number[] = [];
    for (let read = -10; read < READS; read++) {
      const number = staffNo(Math.floor(random() * cadreCount));
      const [seconds] = await timed(() => server.json(path(number)));
      if (read >= 0) times.push(seconds);
    }
    return percentile(times, 0.95);
  };
  const explained = await p95((number) => `/api/cadres/${number}/score`);
  const history = await p95((number) => `/api/cadres/${number}/history?months=36`);
  return [
    measure('a person’s explanation, p95', explained, 'the limit', 0.05),
    measure('36 months of history, p95', history, 'the limit', 0.15),
  ];
}
