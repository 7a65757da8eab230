import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probity } from '../../support/cli.js';
import { freePort, startServer, type TestServer } from '../../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('bad usage ends with 2', () => {
  it.each([
    ['an unknown command', ['appoint'], /unknown command 'appoint'/],
    ['an unknown option', ['ranking', '--colour'], /unknown option '--colour'/],
    ['a missing argument', ['cadre'], /missing required argument 'staff-no'/],
    ['a date that does not exist', ['ranking', '--as-of', '2024-02-30'], /YYYY-MM-DD/],
    ['a limit that is no number', ['ranking', '--limit', 'all'], /whole number/],
    ['a file that is not there', ['import', 'cadres', '/no/such.csv'], /no file \/no\/such\.csv/],
    ['a file of no known type', ['import', 'cadres', 'package-lock.json'], /should end in \.csv/],
    ['two modes', ['import', 'cadres', 'x.csv', '--atomic', '--revert'], /do not go together/],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await probity(server.url, args);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('a PROBITY_URL that is no address', async () => {
    const { code, stderr } = await probity('over-there', ['ranking']);
    expect(stderr).toBe('PROBITY_URL is not an address (http://...): over-there\n');
    expect(code).toBe(2);
  });
});

describe('one sentence on stderr, and 1', () => {
  it('where no server answers', async () => {
    const nowhere = `http://127.0.0.1:${await freePort()}`;
    const { code, stdout, stderr } = await probity(nowhere, ['ranking', '--json']);
    expect(stderr).toBe(
      `No server answers at ${nowhere}. Start one with "npm start", or say where it is in PROBITY_URL.\n`,
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });

  it('where the token is not known', async () => {
    const { code, stdout, stderr } = await probity(server.url, ['export', 'list'], {
      PROBITY_TOKEN: 'nobody-knows-this-one',
    });
    expect(stderr).toBe(
      'This token is not known here. The command line takes its token from PROBITY_TOKEN; the dashboard makes one (Accounts, or your sign-in).\n',
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });
});

it('says what it can do', async () => {
  const { code, stdout } = await probity(server.url, ['--help']);
  expect(stdout).toMatch(/import[\s\S]*score[\s\S]*ranking[\s\S]*cadre[\s\S]*follow-ups/);
  expect(code).toBe(0);
});
