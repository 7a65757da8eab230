import { describe, expect, it } from 'vitest';
import { root } from '../support/server.js';
import { type Import, importsOf, sourceFiles } from './imports.js';

const folders = ['analytics', 'api', 'dashboard', 'migrations', 'test'];
const files = folders.flatMap((folder) => sourceFiles(root, folder));
const product = files.filter((file) => !file.startsWith('test/') && !file.endsWith('.test.ts'));
const imports = product
  .filter((file) => file.includes('/src/'))
  .flatMap((file) => importsOf(root, file));
const from = (place: string) =>
  imports.filter(({ file }) => file === place || file.startsWith(`${place}/`));
const shown = (found: Import[]) => found.map(({ file, target }) => `${file} -> ${target}`);
const isOurs = (target: string) => folders.some((folder) => target.startsWith(`${folder}/`));

/** `api/src/<feature>/...` -> feature. */
const featureOf = (path: string) => /^api\/src\/([^/]+)\//.exec(path)?.[1];

describe('imports follow the architecture', () => {
  it('sees the whole product', () => {
    for (const folder of ['analytics', 'api', 'dashboard', 'migrations']) {
      expect(from(folder).length, folder).toBeGreaterThan(0);
    }
  });

  it('analytics imports zod, apache-arrow in table/ only, and nothing else from outside', () => {
    const foreign = from('analytics').filter(
      ({ file, target }) =>
        !target.startsWith('analytics/src/') &&
        target !== 'zod' &&
        !(target === 'apache-arrow' && file.startsWith('analytics/src/table/')),
    );
    expect(shown(foreign)).toEqual([]);
  });

  it('an evidence source imports no other source', () => {
    const sourceOf = (path: string) => /^analytics\/src\/sources\/([^/]+)\//.exec(path)?.[1];
    const crossing = from('analytics/src/sources').filter(({ file, target }) => {
      const [own, other] = [sourceOf(file), sourceOf(target)];
      return own !== undefined && other !== undefined && own !== other;
    });
    expect(shown(crossing)).toEqual([]);
  });

  it('api and dashboard use analytics through its index, and never each other', () => {
    const wrong = [...from('api'), ...from('dashboard')].filter(
      ({ file, target }) =>
        (target.startsWith('analytics/') && target !== 'analytics/src/index.ts') ||
        (file.startsWith('api/') && target.startsWith('dashboard/')) ||
        (file.startsWith('dashboard/') && target.startsWith('api/')),
    );
    expect(shown(wrong)).toEqual([]);
  });

  it('platform imports no feature', () => {
    const wrong = from('api/src/platform').filter(({ target }) => {
      const feature = featureOf(target);
      return isOurs(target) && target.startsWith('api/') && feature !== 'platform';
    });
    expect(shown(wrong)).toEqual([]);
  });

  it('a feature imports of another feature only its module or a service', () => {
    const wrong = from('api').filter(({ file, target }) => {
      const [own, other] = [featureOf(file), featureOf(target)];
      return (
        own !== undefined &&
        own !== 'platform' &&
        own !== 'cli' &&
        other !== undefined &&
        other !== 'platform' &&
        other !== own &&
        !/\.(module|service)\.ts$/.test(target)
      );
    });
    expect(shown(wrong)).toEqual([]);
  });

  it('migrations import typeorm only', () => {
    const wrong = from('migrations').filter(
      ({ target }) => target !== 'typeorm' && !target.startsWith('migrations/src/'),
    );
    expect(shown(wrong)).toEqual([]);
  });

  it('charts never fetch: of data/ they know only what rows look like', () => {
    const shapes = 'dashboard/src/data/shapes.ts';
    expect(
      shown(from(shapes).filter(({ target }) => target !== 'dashboard/src/data/route-types.ts')),
    ).toEqual([]);
    const wrong = from('dashboard/src/charts').filter(
      ({ target }) =>
        (target.startsWith('dashboard/src/data/') && target !== shapes) ||
        target.startsWith('dashboard/src/pages/') ||
        ['openapi-fetch', '@tanstack/vue-query'].includes(target),
    );
    expect(shown(wrong)).toEqual([]);
  });

  it('nothing imports test/', () => {
    expect(shown(imports.filter(({ target }) => target.startsWith('test/')))).toEqual([]);
  });
});

describe('files keep to their size and their names', () => {
  it('no folder is called utils, helpers, common or manager', () => {
    expect(product.filter((file) => /\b(utils?|helpers?|common|manager)\b/.test(file))).toEqual([]);
  });

  it('file names are kebab-case with a role', () => {
    const odd = product.filter(
      (file) => !/^([a-z0-9-]+(\.[a-z0-9-]+)*\.(ts|vue))$/.test(file.split('/').at(-1) ?? ''),
    );
    expect(odd).toEqual([]);
  });
});
