import { parseArgs } from 'node:util';
import { benchFolder } from './folder.ts';
import { seeded } from './seed.ts';

const { values } = parseArgs({
  options: {
    cadres: { type: 'string', default: '1000000' },
    data: { type: 'string', default: benchFolder },
  },
});
const start = performance.now();
const { server } = await seeded(values.data, Number(values.cadres), (step) => {
  process.stdout.write(
    `${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s  ${step}\n`,
  );
});
await server.stop();
