import { request as httpRequest } from 'node:http';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClusterRegistry } from './cluster-registry.ts';
import type { ClusterRegistry } from './cluster-registry.ts';
import { serveClusters } from './serve.ts';

let registry: ClusterRegistry;
let server: Server;
let url: string;

beforeEach(async () => {
  const words = { 'en-US': 'Empty', 'zh-CN': '空' };
  registry = createClusterRegistry([{ name: 'one', scenario: 'empty', title: words, description: words }]);
  server = createServer((request, response) => {
    if (!serveClusters(registry, request, response)) response.writeHead(299).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  registry.close();
  server.closeAllConnections();
  server.close();
});

const bearer = { authorization: 'Bearer anything' };
const get = (path: string, headers: Record<string, string> = bearer) => fetch(url + path, { headers });
const post = (path: string, body: unknown) =>
  fetch(url + path, { method: 'POST', body: JSON.stringify(body) });

/** A request with headers that fetch would not let through. */
function codeOf(path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(url + path, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('clusters', () => {
  it('are listed for the console', async () => {
    expect(await (await get('/podnic.json')).json()).toMatchObject({
      clusters: [{ name: 'one', title: { 'en-US': 'Empty' } }],
      signIn: 'any-token',
    });
  });

  it('answer under their name, with any token', async () => {
    const answer = await get('/clusters-api/one/api/v1/namespaces/default');
    expect(await answer.json()).toMatchObject({ kind: 'Namespace', metadata: { name: 'default' } });
    expect((await get('/clusters-api/none/api')).status).toBe(404);
    expect((await get('/something/else')).status).toBe(299);
  });

  it.each([{}, { authorization: '' }, { authorization: 'Bearer ' }, { authorization: 'Basic eDp5' }])(
    'want a token: %j',
    async (headers) => {
      const answer = await get('/clusters-api/one/api/v1/pods', headers);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ kind: 'Status', reason: 'Unauthorized' });
    },
  );

  it.each([
    [{ host: 'evil.example:80' }, 403],
    [{ host: '127.0.0.1.evil.example' }, 403],
    [{ host: 'localhost:4173', origin: 'https://evil.example' }, 403],
    [{ host: 'localhost:4173', origin: 'http://localhost:4173' }, 200],
    [{ host: '[::1]:4173' }, 200],
  ])('answer local requests only: %j is %i', async (headers, code) => {
    expect(await codeOf('/podnic.json', headers as Record<string, string>)).toBe(code);
    expect(await codeOf('/clusters-api/one/api', { ...bearer, ...headers })).toBe(code);
  });
});

describe('the simulator', () => {
  it('makes and ends clusters', async () => {
    expect((await post('/test-clusters', { name: 'two', scenario: 'empty' })).status).toBe(201);
    expect((await get('/clusters-api/two/readyz')).status).toBe(200);
    expect((await fetch(`${url}/test-clusters/two`, { method: 'DELETE' })).status).toBe(200);
    expect((await get('/clusters-api/two/readyz')).status).toBe(404);
    expect((await fetch(`${url}/test-clusters/two`, { method: 'DELETE' })).status).toBe(404);
  });

  it.each([
    [{ name: 'Bad Name', scenario: 'empty' }, 400],
    [{ name: 'x', scenario: 'constructor' }, 400],
    [{}, 400],
    ['{', 400],
  ])('refuses %j', async (body, code) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    expect((await fetch(`${url}/test-clusters`, { method: 'POST', body: text })).status).toBe(code);
  });

  it('moves a manual clock, and no other', async () => {
    await post('/test-clusters', { name: 'slow', scenario: 'empty', clock: 'manual' });
    const before = registry.get('slow')!.clock.now();
    expect((await post('/test-clusters/slow/clock', { advanceMs: 5000 })).status).toBe(200);
    expect(registry.get('slow')!.clock.now()).toBe(before + 5000);
    expect(Math.abs(before - Date.now())).toBeLessThan(10_000);
    expect((await post('/test-clusters/one/clock', { advanceMs: 5000 })).status).toBe(409);
  });

  it('breaks things', async () => {
    const fault = (body: object) => post('/test-clusters/one/faults', body);
    const list = '/clusters-api/one/api/v1/pods';
    expect((await fault({ kind: 'fail-lists', times: 1, code: 503 })).status).toBe(200);
    expect((await get(list)).status).toBe(503);
    expect((await get(list)).status).toBe(200);
    const watch = await get(`${list}?watch=true`);
    expect(await (await fault({ kind: 'silence-watches', plural: 'nodes' })).json()).toEqual({ watches: 0 });
    expect(await (await fault({ kind: 'cut-watches' })).json()).toEqual({ watches: 1 });
    await expect(watch.text()).rejects.toThrow();
    expect((await fault({ kind: 'expire-history' })).status).toBe(200);
    expect((await fault({ kind: 'explode' })).status).toBe(400);
    expect((await post('/test-clusters/none/faults', {})).status).toBe(404);
  });
});
