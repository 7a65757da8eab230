import { type Measure, measure } from '../measure.ts';
import { randomNumbers } from '../population.ts';
import type { Batches } from './batches.ts';
import type { Running } from './context.ts';
import { CALM, nameOf, readersWait, type Watching, whileIngesting } from './readers.ts';

const WINDOW = 100;
/** A unit of 10,000. */
const UNIT = 'B0';
const MUST_SECONDS = 0.05;

/**
 * Windows of the ranking anywhere, over HTTP with audit log and guards, 50 readers, while batches of
 * 1,000 records come in one after another.
 */
export function windows(
  running: Running,
  batches: Batches,
  { seconds, paces }: Watching,
): Promise<Measure[]> {
  const { cadreCount } = running;
  const random = randomNumbers(91);
  return whileIngesting(running, batches, async (token) => {
    const wait = (unit: string | undefined, every: number, time: number) => {
      const people = unit ? Math.min(10_000, cadreCount) : cadreCount;
      const path = () => {
        const offset = Math.floor(random() * (people - WINDOW));
        return `/api/rankings?limit=${WINDOW}&offset=${offset}${unit ? `&unit=${unit}` : ''}`;
      };
      return readersWait(running, { token, path, every, seconds: time });
    };
    const measures: Measure[] = [];
    await wait(undefined, CALM, CALM);
    for (const every of paces) {
      const pace = nameOf(every, 'a window');
      const told = async (name: string, unit?: string) =>
        measures.push(
          measure(`${name}, ${pace}`, await wait(unit, every, seconds), 'the limit', MUST_SECONDS),
        );
      await told('ranking window anywhere');
      if (every === CALM) await told('the same in a unit of 10,000', UNIT);
    }
    return measures;
  });
}
