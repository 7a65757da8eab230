import { describe, expect, it } from 'vitest';
import { demandSameSite } from './same-site.js';

const host = '127.0.0.1:3000';
const refused = /another site|loopback/;

describe('a request without a token', () => {
  it("may come from a program on this machine, and from the product's own pages", () => {
    demandSameSite('POST', { host });
    demandSameSite('POST', { host: 'localhost:3000', origin: 'http://localhost:3000' });
    demandSameSite('POST', { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' });
    demandSameSite('GET', { host: '[::1]:3000', 'sec-fetch-site': 'none' });
  });

  it('may not change anything for a page of another site', () => {
    expect(() => demandSameSite('POST', { host, origin: 'http://evil.example' })).toThrow(refused);
    expect(() => demandSameSite('POST', { host, 'sec-fetch-site': 'cross-site' })).toThrow(refused);
    expect(() => demandSameSite('DELETE', { host, origin: 'null' })).toThrow(refused);
    expect(() => demandSameSite('POST', { host, origin: 'http://127.0.0.1:8080' })).toThrow(
      refused,
    );
  });

  it('may not name the server otherwise than by its loopback address', () => {
    for (const foreign of ['evil.example', 'evil.example:3000', '127.0.0.1.evil.example', '']) {
      expect(() => demandSameSite('GET', { host: foreign }), foreign).toThrow(refused);
    }
  });
});
