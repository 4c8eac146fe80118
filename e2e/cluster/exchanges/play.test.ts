import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { afterEach, expect, it, vi } from 'vitest';
import { play } from './play.ts';
import { get, script, settle } from './script.ts';
import type { Ask, Server } from './server.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A server that answers what it is told to, and notes what it was asked. */
function serverOf(answer: (ask: Ask) => [status: number, body?: unknown]): Server & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    open(ask) {
      asked.push(`${ask.method} ${ask.path}`);
      const [statusCode, body = {}] = answer(ask);
      const response = Object.assign(Readable.from([Buffer.from(JSON.stringify(body))]), {
        statusCode,
        headers: {},
      });
      return Promise.resolve(response as unknown as IncomingMessage);
    },
    close: () => undefined,
  };
}

/** Lets time fly: every look at the clock is ten seconds after the last one. */
function hurry(): void {
  let now = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 10_000));
}

const made = ({ method }: Ask): [number, unknown?] => [method === 'POST' ? 201 : 200];
const DELETED = 'DELETE /api/v1/namespaces/x-one-1';

it('says that a namespace was not made', async () => {
  const server = serverOf(() => [409]);
  await expect(play(server, script('one', []), '1')).rejects.toThrow('namespace x-one-1 was not made: 409');
  expect(server.asked.at(-1)).toBe(DELETED);
});

it('says that a namespace never was ready', async () => {
  hurry();
  const server = serverOf(({ method }) => [method === 'POST' ? 201 : 404]);
  await expect(play(server, script('one', []), '1')).rejects.toThrow(
    'namespace x-one-1 never got its service account',
  );
});

it('says that a Deployment does not settle, and deletes the namespace', async () => {
  hurry();
  const server = serverOf(made);
  await expect(play(server, script('one', [settle('/web')]), '1')).rejects.toThrow(
    'one, after 0 exchanges: /web did not settle within 30 s',
  );
  expect(server.asked.at(-1)).toBe(DELETED);
});

it('notes that an answer never became what is waited for', async () => {
  hurry();
  const { answers } = await play(
    serverOf(made),
    script('one', [get('/web', { until: { status: 404 } })]),
    '1',
  );
  expect(answers).toMatchObject([{ answer: { status: 200, unmet: true } }]);
});
