import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { isOwnHost } from './own-hosts.js';

const here = { host: '127.0.0.1', publicOrigin: undefined, allowedHosts: [] };
const everywhere = { ...here, host: '0.0.0.0' };
const loopbackNames = [
  'localhost',
  'LOCALHOST:3000',
  '127.0.0.1:3000',
  '127.8.8.8',
  '[::1]:3000',
  'localhost.',
];
const foreignNames = [
  ...['evil.example', 'evil.example:3000', 'localhost.evil.example', '127.0.0.1.evil.example'],
  ...['localhost:3000@evil.example', '2130706433', '[evil]', ':3000', 'local host'],
];

it('is reached by loopback names, and by no foreign one', () => {
  for (const config of [here, everywhere]) {
    for (const name of loopbackNames) expect(isOwnHost(name, config), name).toBe(true);
    for (const name of foreignNames) expect(isOwnHost(name, config), name).toBe(false);
  }
});

it('is reached by addresses and the name of the machine where other machines are listened to', () => {
  for (const name of ['192.168.1.5:3000', '[fe80::1]:3000', hostname(), `${hostname()}:3000`]) {
    expect(isOwnHost(name, everywhere), name).toBe(true);
    expect(isOwnHost(name, here), name).toBe(false);
  }
  expect(isOwnHost('192.168.1.5:3000', { ...here, host: '192.168.1.5' })).toBe(true);
});

it('is reached by the names that it was given', () => {
  const named = { ...here, publicOrigin: 'https://probity.example:8443', allowedHosts: ['inner'] };
  for (const name of ['probity.example', 'Probity.Example:8443', 'inner:3000']) {
    expect(isOwnHost(name, named), name).toBe(true);
  }
  expect(isOwnHost('outer', named)).toBe(false);
});
