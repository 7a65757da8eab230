import { expect, it } from 'vitest';
import { ownPlace } from './way-back.js';

const origin = 'https://probity.example';

it.each(['/', '/units/SF?asOf=2026-01-01#top', '/?band=high&peek=S1'])('%s is a way back', (text) =>
  expect(ownPlace(text, origin)).toBe(text),
);

it.each([
  '',
  'units',
  '//evil.example/',
  '/\\evil.example/',
  '/\t/evil.example/',
  'https://evil.example/',
  'https://probity.example/units',
  'javascript:alert(1)',
  '/sign-in',
  '/sign-in?to=/units',
  '/api/session/oidc',
  '/units/../sign-in',
  '/.//evil.example/',
  null,
  undefined,
])('%j is none', (text) => expect(ownPlace(text, origin)).toBeUndefined());
