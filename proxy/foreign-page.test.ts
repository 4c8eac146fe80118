import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, listen, listenProxy, openAll, type TestServer, writeKubeconfig } from './test-servers.ts';

/** How many requests have come to the cluster. */
let asked: number;
let api: TestServer;
let proxy: TestServer;
const folder = mkdtempSync(join(tmpdir(), 'podnic-proxy-'));

beforeAll(async () => {
  api = await listen((_asked, response) => {
    asked += 1;
    response.end('{}');
  });
  proxy = await listenProxy(
    openAll(writeKubeconfig([{ cluster: { server: `http://127.0.0.1:${api.port}` } }], folder)),
  );
});

beforeEach(() => {
  asked = 0;
});

afterAll(async () => {
  await proxy.close();
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a page of elsewhere in the same browser', () => {
  const path = '/clusters-api/c0/api/v1/namespaces';
  const codeOf = (headers: Record<string, string>, at = path, method = 'GET') =>
    new Promise<number | undefined>((resolve, reject) => {
      request({ host: '127.0.0.1', port: proxy.port, path: at, method, headers }, (answer) => {
        answer.resume();
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it.each([
    ['of a name that was bound to this machine', { host: 'evil.example' }],
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['of another origin', { origin: 'http://localhost:9999' }],
    ['from a file', { origin: 'null' }],
  ])('%s gets nothing', async (_story, headers) => {
    for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS']) {
      expect(await codeOf(headers, path, method)).toBe(403);
    }
    expect(await codeOf(headers, '/podnic.json')).toBe(403);
    expect(asked).toBe(0);
  });

  it('may lead to the console, but not under a name of its own, and not in a frame', async () => {
    expect(await codeOf({ 'sec-fetch-site': 'cross-site' }, '/clusters')).toBe(299);
    expect(await codeOf({ host: 'evil.example' }, '/clusters')).toBe(403);
    const page = await fetch(`http://127.0.0.1:${proxy.port}/clusters`);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    // The referrer is what the guard goes by where a browser sends nothing better.
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
  });

  it('whoever comes by a name that is not known is told how to open it', async () => {
    const answer = await ask(proxy.port, '/clusters', { host: 'mybox:4173' });
    expect(answer).toMatchObject({ code: 403, body: expect.stringContaining('http://localhost') as string });
  });

  it('is not the console itself, which gets everything', async () => {
    const own = { host: 'localhost:4173', origin: 'http://localhost:4173', 'sec-fetch-site': 'same-origin' };
    expect(await codeOf(own)).toBe(200);
  });
});
