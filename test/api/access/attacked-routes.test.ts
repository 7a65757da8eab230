import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { attackedRequests, type Description } from '../../attack/requests.js';
import type { Standing } from '../../attack/standing.js';

const description = JSON.parse(
  readFileSync(new URL('../../../api/openapi.json', import.meta.url), 'utf8'),
) as Description;

/** Of what an attacker finds nothing is asked here but that it has a name. */
const standing = {
  ...{ token: 'token', link: 'link', reply: 'R-1', record: '1.1', talk: 'T-1' },
  session: { cookie: 'cookie', csrfToken: 'token' },
  ids: {},
} as unknown as Standing;

/** `npm run attack` takes too long to be run with each change: this says at once that it would leave a route out. */
it('every route that takes anything has an example for the attack', () => {
  const routes = attackedRequests(description, standing).map(({ route }) => route);
  expect(routes).toContain('POST /api/imports/{kind}');
  expect(routes.length).toBeGreaterThan(100);
});
