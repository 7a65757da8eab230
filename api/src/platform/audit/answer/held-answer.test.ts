import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express, { type Response } from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { HeldAnswer } from './held-answer.js';

type Recorded = [phase: string, seen: object];

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Asks a route once, whose answer is held; the log fails in the phase `broken`. */
async function ask(route: (response: Response) => unknown, broken?: string) {
  const recorded: Recorded[] = [];
  const app = express();
  app.use((_request, response) => {
    response.setHeader('X-Before', 'kept');
    new HeldAnswer(response, {
      audited: () => true,
      instance: '/here',
      async record(phase, seen) {
        // Another turn of the loop, as a real log takes.
        await new Promise(setImmediate);
        if (phase === broken) throw new Error('the disk is full');
        recorded.push([phase, seen]);
      },
    });
    Promise.resolve(route(response)).catch(() => response.destroy());
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { answer: await fetch(`http://127.0.0.1:${port}/`), recorded };
}

const pieces = (count: number, length: number) =>
  Readable.from(
    (function* () {
      for (let at = 0; at < count; at++) yield String(at % 10).repeat(length);
    })(),
  );

describe('a whole answer', () => {
  it('leaves after its entry', async () => {
    const { answer, recorded } = await ask((response) => response.json({ staffNo: 'S1' }));
    expect(recorded).toEqual([['answered', { people: ['S1'] }]]);
    expect(await answer.json()).toEqual({ staffNo: 'S1' });
  });

  it('is a 503 where the log fails, without a header of what it would have been', async () => {
    const { answer } = await ask(
      (response) =>
        response.status(201).cookie('session', '1').location('/S1').json({ staffNo: 'S1' }),
      'answered',
    );
    expect(answer.status).toBe(503);
    expect([...answer.headers.keys()]).not.toContain('location');
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('x-before')).toBe('kept');
    expect(await answer.text()).not.toContain('S1');
  });

  it('of nothing but a status is recorded, too', async () => {
    const { answer, recorded } = await ask((response) => response.status(204).end());
    expect(answer.status).toBe(204);
    expect(recorded).toEqual([['answered', {}]]);
  });
});

describe('a stream', () => {
  it('arrives whole, however long it is', async () => {
    const { answer, recorded } = await ask((response) =>
      pipeline(pieces(400, 65_536), response.type('text/csv')),
    );
    const text = await answer.text();
    expect(text).toHaveLength(400 * 65_536);
    expect(text.slice(65_530, 65_540)).toBe('0000001111');
    expect(recorded.map(([phase]) => phase)).toEqual(['opened', 'completed']);
    expect(recorded[1]?.[1]).toMatchObject({ byteCount: 400 * 65_536 });
  });

  it('does not begin where the log fails, whatever head was already given', async () => {
    let left: () => void = () => {};
    const gone = new Promise<void>((resolve) => {
      left = resolve;
    });
    const endless = Readable.from(
      (function* () {
        try {
          for (;;) yield 'S1';
        } finally {
          left();
        }
      })(),
    );
    const { answer } = await ask((response) => {
      response.writeHead(200, { 'Content-Type': 'text/csv', 'X-Secret': 'S1' });
      return pipeline(endless, response);
    }, 'opened');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('x-secret')).toBeNull();
    expect(await answer.json()).toMatchObject({ status: 503, instance: '/here' });
    // Its source is told that nobody waits, lest it keep a transaction open.
    await gone;
  });

  it('is cut before its end where the log fails by then', async () => {
    const { answer } = await ask((response) => pipeline(pieces(3, 10), response), 'completed');
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow(/terminated/);
  });

  it('that breaks is not mended by a problem document', async () => {
    const broken = Readable.from(
      (function* () {
        yield 'first';
        throw new Error('the table is gone');
      })(),
    );
    let answered: boolean | undefined;
    const arrived = ask(async (response) => {
      await pipeline(broken, response).catch(() => {
        answered = response.headersSent;
      });
    }).then(({ answer }) => answer.text());
    await expect(arrived).rejects.toThrow(/terminated|fetch failed/);
    // By which the problem filter knows that it comes too late.
    expect(answered).toBe(true);
  });
});

describe('progress', () => {
  it('is recorded when it opens, and then comes at once', async () => {
    let more = () => {};
    const { answer, recorded } = await ask((response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.flushHeaders();
      response.write('data: 1\n\n');
      more = () => response.end('data: 2\n\n');
    });
    expect(recorded).toEqual([['opened', {}]]);
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    expect(Buffer.from(first?.value ?? '').toString()).toBe('data: 1\n\n');
    more();
    const second = await reader?.read();
    expect(Buffer.from(second?.value ?? '').toString()).toBe('data: 2\n\n');
    expect((await reader?.read())?.done).toBe(true);
    expect(recorded).toHaveLength(1);
  });
});
