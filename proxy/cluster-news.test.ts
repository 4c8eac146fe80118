import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createClusterNews } from './cluster-news.ts';
import type { ConnectionProblem } from './problem.ts';
import { tellVersions } from './tell-versions.ts';
import { ask, keeper, listen, listenProxy, openAll, scratchFolder, writeKubeconfig } from './test-servers.ts';

const { keep, closeAll } = keeper();
afterEach(closeAll);

const refused: ConnectionProblem = { kind: 'credentials', server: 'https://c', user: 'me', by: 'answer' };
const plugin = (detail: string): ConnectionProblem => ({
  kind: 'execPlugin',
  command: 'login',
  user: 'me',
  detail,
});

describe('the news of a cluster', () => {
  it('are told once, until something else is wrong or it has worked', () => {
    const told: string[] = [];
    const news = createClusterNews((sentence) => told.push(sentence.split(' ', 3).join(' ')));
    news.works();
    news.fails(refused);
    news.fails(refused);
    expect(told).toEqual(['The API server']);
    news.fails(plugin('no'));
    news.fails(refused);
    expect(told).toEqual(['The API server', 'The exec plugin', 'The API server']);
    news.works();
    news.works();
    news.fails(refused);
    expect(told).toHaveLength(4);
  });

  it('are not new because of the time that is in them', () => {
    const told: string[] = [];
    const news = createClusterNews((sentence) => told.push(sentence));
    news.fails(plugin('2026-11-29T10:31:02Z no session'));
    news.fails(plugin('2026-11-29T10:31:17Z no session'));
    expect(told).toHaveLength(1);
  });
});

describe('in the terminal', () => {
  const path = '/clusters-api/c0/api/v1/pods';

  it('a token that expires in use is told of once, by whatever comes upon it first', async () => {
    let code = 200;
    const api = keep(await listen((_asked, response) => void response.writeHead(code).end('{}')));
    api.server.on('upgrade', (_asked, page) => page.end('HTTP/1.1 401 Unauthorized\r\n\r\n'));
    const lines: string[] = [];
    const cluster = { server: `http://127.0.0.1:${api.port}` };
    const file = writeKubeconfig([{ cluster, user: { token: 's3cret' } }]);
    const real = openAll(file, [], (line) => lines.push(line));
    const { port } = keep(await listenProxy(real));
    await ask(port, path);
    expect(lines).toEqual([]);

    code = 401;
    await new Promise((resolve) => {
      new WebSocket(`ws://127.0.0.1:${port}${path}?watch=1`).once('error', resolve);
    });
    const line = `c0: The API server ${cluster.server} does not accept the credentials of user "c0" (401): they are wrong or have expired.`;
    expect(lines).toEqual([line]);
    await Promise.all([ask(port, path), ask(port, path), ask(port, path)]);
    await tellVersions(real.clusters, (told) => lines.push(told));
    expect(lines).toEqual([line]);

    code = 200;
    await ask(port, path);
    code = 401;
    await ask(port, path);
    expect(lines).toEqual([line, line]);
  });

  it('a page that goes away is no news', async () => {
    let asked = 0;
    const api = keep(await listen(() => (asked += 1)));
    const lines: string[] = [];
    const file = writeKubeconfig([{ cluster: { server: `http://127.0.0.1:${api.port}` } }]);
    const { port } = keep(await listenProxy(openAll(file, [], (line) => lines.push(line))));
    const page = new AbortController();
    const answer = fetch(`http://127.0.0.1:${port}${path}`, { signal: page.signal }).catch(() => 'gone');
    await expect.poll(() => asked).toBe(1);
    page.abort();
    expect(await answer).toBe('gone');
    await new Promise((resolve) => void setTimeout(resolve, 100));
    expect(lines).toEqual([]);
  });

  it('names and versions are one line each, whatever is in them', async () => {
    const api = keep(await listen((_asked, response) => response.end('{"gitVersion":"v1.32.0"}')));
    const cluster = { server: `http://127.0.0.1:${api.port}` };
    const evil = 'a\u001b[2J\u001b]0;x\u0007\nprod: fine\u202e';
    const lines: string[] = [];
    const tell = (line: string) => void lines.push(line);
    const file = writeKubeconfig([{ name: evil, cluster }]);
    await tellVersions(openAll(file, [], tell).clusters, tell);
    const gone = writeKubeconfig(
      [{ name: evil, cluster: { server: 'http://127.0.0.1:1' } }],
      scratchFolder(),
    );
    await tellVersions(openAll(gone, [], tell).clusters, tell);
    expect(lines).toEqual([
      'a prod: fine : Kubernetes v1.32.0',
      'a prod: fine : The API server http://127.0.0.1:1 cannot be reached: connect ECONNREFUSED 127.0.0.1:1.',
    ]);
  });
});
