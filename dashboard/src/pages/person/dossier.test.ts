import { expect, it } from 'vitest';
import type { Statement } from '../../data/queries/replies.query.js';
import type { RecordVersion } from '../../data/shapes.js';
import { dossierOf } from './dossier.js';

const version = (about: Partial<RecordVersion>) =>
  ({
    ...{ source: 'joint-review-reply', system: 'upload', identity: 'C-1/audit', ref: 'C-1' },
    ...{ version: 1, occurredOn: '2026-03-01', withdrawnReason: null, fields: {}, ...about },
  }) as RecordVersion;

it('keeps records apart that go by one name, and puts the versions of each together', () => {
  const entries = dossierOf(
    [
      version({}),
      version({ version: 2, occurredOn: '2026-03-05' }),
      version({ identity: 'C-1/petitions' }),
      version({ system: 'hr' }),
    ],
    [],
  );
  expect(entries.map(({ key, on, versions }) => [key, on, versions.length])).toEqual([
    ['joint-review-reply/upload/C-1/audit', '2026-03-05', 2],
    ['joint-review-reply/hr/C-1/audit', '2026-03-01', 1],
    ['joint-review-reply/upload/C-1/petitions', '2026-03-01', 1],
  ]);
  expect(entries[0]?.versions[0]?.version).toBe(2);
});

it('puts statements among the records, the latest day first and what has none last', () => {
  const statement = { ref: 'R-1', filedOn: '2026-03-02', withdrawnReason: null } as Statement;
  const records = [version({ identity: 'a', occurredOn: null }), version({ identity: 'b' })];
  const entries = dossierOf(records, [statement]);
  expect(entries.map(({ source, on }) => [source, on])).toEqual([
    ['replies', '2026-03-02'],
    ['joint-review-reply', '2026-03-01'],
    ['joint-review-reply', null],
  ]);
});
