import { mkdtempSync, rmSync } from 'node:fs';
import { request, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createClusterRegistry } from '../mocks/server/cluster-registry.ts';
import { serveClusters } from '../mocks/server/serve.ts';
import { serveWatchSockets } from '../mocks/server/watch-sockets.ts';
import { listen, listenProxy, openAll, type TestServer, writeKubeconfig } from './test-servers.ts';

const title = { 'en-US': 'x', 'zh-CN': 'x' };
const registry = createClusterRegistry([
  { name: 'empty', scenario: 'empty', title, description: title },
  { name: 'crowded', scenario: 'crowded', title, description: title },
]);
/** The `Authorization` headers that the simulator got. */
const authorizations = new Set<string | undefined>();
let simulator: TestServer;
let proxy: TestServer;
const folder = mkdtempSync(join(tmpdir(), 'podnic-proxy-'));

beforeAll(async () => {
  simulator = await listen((asked, response) => {
    authorizations.add(asked.headers.authorization);
    if (!serveClusters(registry, asked, response)) response.writeHead(404).end();
  });
  serveWatchSockets(simulator.server);
  const contexts = ['empty', 'crowded'].map((name) => ({
    name,
    cluster: { server: `http://127.0.0.1:${simulator.port}/clusters-api/${name}` },
    user: { token: 'of-kubeconfig' },
  }));
  proxy = await listenProxy(openAll(writeKubeconfig(contexts, folder), ['empty', 'crowded']));
});

afterAll(async () => {
  await proxy.close();
  registry.close();
  await simulator.close();
  rmSync(folder, { recursive: true, force: true });
});

const url = (path: string, cluster = 'empty') =>
  `http://127.0.0.1:${proxy.port}/clusters-api/${cluster}${path}`;

/** What streams in, as text. */
function readerOf(response: Response) {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    /** Waits until there is enough, or the end, which is marked. */
    async until(enough: (text: string) => boolean): Promise<string> {
      while (!enough(text)) {
        const { done, value } = await reader.read();
        if (done) return `${text}[end]`;
        text += decoder.decode(value, { stream: true });
      }
      return text;
    },
    cancel: () => reader.cancel(),
  };
}

async function createNamespace(name: string): Promise<void> {
  const made = await fetch(url('/api/v1/namespaces'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer of-the-page' },
    body: JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }),
  });
  expect(made.status).toBe(201);
}

describe('a watch as a streamed answer', () => {
  it('opens at once, and brings each event when it happens', async () => {
    const list = (await (await fetch(url('/api/v1/namespaces'))).json()) as {
      metadata: { resourceVersion: string };
    };
    const from = `watch=1&resourceVersion=${list.metadata.resourceVersion}`;
    const watch = await fetch(url(`/api/v1/namespaces?${from}`));
    expect(watch.status).toBe(200);
    await createNamespace('streamed');
    const events = readerOf(watch);
    expect(await events.until((text) => text.includes('\n'))).toContain('"streamed"');
    await createNamespace('streamed-2');
    expect(await events.until((text) => text.includes('streamed-2'))).toContain('ADDED');
    await events.cancel();
    expect([...authorizations]).toEqual(['Bearer of-kubeconfig']);
  });

  it('that is cut ends as one that is cut', async () => {
    const watch = await fetch(url('/api/v1/namespaces?watch=1'));
    registry.get('empty')?.api.faults.cutWatches();
    await expect(readerOf(watch).until(() => false)).rejects.toThrow();
  });

  it('that ends in good order ends so', async () => {
    const watch = await fetch(url('/api/v1/namespaces?watch=1&timeoutSeconds=1'));
    expect(await readerOf(watch).until(() => false)).toMatch(/\[end\]$/);
  });

  it.each([
    ['goes on', (response: ServerResponse) => response.writeHead(200).flushHeaders()],
    ['is still to come', () => undefined],
  ])('whose answer %s is ended at the cluster when its page goes away', async (_story, answer) => {
    let open = 0;
    const api = await listen((asked, response) => {
      open += 1;
      answer(response);
      asked.socket.once('close', () => (open -= 1));
    });
    const other = await listenProxy(
      openAll(writeKubeconfig([{ cluster: { server: `http://127.0.0.1:${api.port}` } }])),
    );
    const path = '/clusters-api/c0/api/v1/pods?watch=1';
    const page = request({ host: '127.0.0.1', port: other.port, path });
    page.on('error', () => undefined).end();
    await expect.poll(() => open).toBe(1);
    page.destroy();
    await expect.poll(() => open).toBe(0);
    await other.close();
    await api.close();
  });
});

it('a huge list arrives whole, slowly read or not', async () => {
  const direct = await fetch(`http://127.0.0.1:${simulator.port}/clusters-api/crowded/api/v1/pods`, {
    headers: { authorization: 'Bearer any' },
  }).then((answer) => answer.text());
  expect(direct.length).toBeGreaterThan(1_000_000);
  const passed = await fetch(url('/api/v1/pods', 'crowded'));
  await new Promise((resolve) => void setTimeout(resolve, 300));
  expect(await passed.text()).toBe(direct);
});

it('a failure of the cluster is passed on as it is', async () => {
  const missing = await fetch(url('/api/v1/namespaces/none'));
  expect(missing.status).toBe(404);
  expect(await missing.json()).toMatchObject({ kind: 'Status', reason: 'NotFound' });
  expect((await fetch(url('/clusters-api/none'))).status).toBe(404);
  expect((await fetch(url('/api', 'none'))).status).toBe(404);
});

describe('a watch over a WebSocket', () => {
  function open(path: string, headers: Record<string, string> = {}, protocols: string[] = []): WebSocket {
    return new WebSocket(url(path).replace('http', 'ws'), protocols, {
      headers: { origin: `http://127.0.0.1:${proxy.port}`, ...headers },
    });
  }

  function next(socket: WebSocket, event: 'message' | 'close' | 'error'): Promise<unknown> {
    return new Promise((resolve) => {
      socket.once(event, (first: unknown) =>
        resolve(Buffer.isBuffer(first) ? first.toString('utf8') : first),
      );
    });
  }

  it('brings each event as a message, with the credentials of the kubeconfig', async () => {
    authorizations.clear();
    const socket = open('/api/v1/namespaces?watch=1', {
      authorization: 'Bearer of-the-page',
      cookie: 'session=of-the-page',
    });
    expect(String(await next(socket, 'message'))).toContain('ADDED');
    expect([...authorizations]).toEqual(['Bearer of-kubeconfig']);
    socket.terminate();
  });

  it('does without the token that a page gives as a protocol', async () => {
    authorizations.clear();
    const token = `base64url.bearer.authorization.k8s.io.${Buffer.from('of-the-page').toString('base64url')}`;
    const socket = open('/api/v1/namespaces?watch=1', {}, [token, 'base64.binary.k8s.io']);
    await next(socket, 'message');
    expect(socket.protocol).toBe('base64.binary.k8s.io');
    expect([...authorizations]).toEqual(['Bearer of-kubeconfig']);
    socket.terminate();
  });

  it('that is cut is cut, and one that ends in good order ends so', async () => {
    const cut = open('/api/v1/namespaces?watch=1');
    await next(cut, 'message');
    const closed = next(cut, 'close');
    registry.get('empty')?.api.faults.cutWatches();
    expect(await closed).toBe(1006);
    expect(await next(open('/api/v1/namespaces?watch=1&timeoutSeconds=1'), 'close')).toBe(1000);
  });

  it.each(['destroy', 'resetAndDestroy'] as const)(
    'is ended at the cluster with its page: %s',
    async (end) => {
      const faults = registry.get('empty')?.api.faults;
      const page = connect(proxy.port, '127.0.0.1');
      page.on('error', () => undefined);
      page.write(
        'GET /clusters-api/empty/api/v1/namespaces?watch=1 HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\n' +
          'upgrade: websocket\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13\r\n\r\n',
      );
      await new Promise((resolve) => {
        page.once('data', resolve);
      });
      page[end]();
      // Only what is open can be cut; what is cut for it is not open any more.
      await new Promise((resolve) => void setTimeout(resolve, 200));
      expect(faults?.cutWatches()).toBe(0);
    },
  );

  it.each([
    ['of another origin', '/api/v1/namespaces?watch=1', { origin: 'http://localhost:9' }, '403'],
    ['of another name', '/api/v1/namespaces?watch=1', { host: 'evil.example' }, '403'],
    ['of what is not there', '/api/v1/unicorns?watch=1', {}, '404'],
    ['into a container', '/api/v1/namespaces/a/pods/b/exec?command=sh', {}, '403'],
    ['to what is no API', '/metrics', {}, '404'],
  ])('%s is refused', async (_story, path, headers, code) => {
    expect(String(await next(open(path, headers), 'error'))).toContain(code);
  });

  it('is refused with the code of what is wrong, and the server goes on', async () => {
    const dead = await listen(() => undefined);
    await dead.close();
    const unauthorized = await listen((_asked, response) => response.end());
    unauthorized.server.on('upgrade', (_asked, page) => page.end('HTTP/1.1 401 Unauthorized\r\n\r\n'));
    const file = writeKubeconfig(
      [`http://127.0.0.1:${dead.port}`, `http://127.0.0.1:${unauthorized.port}`].map((server) => ({
        cluster: { server },
      })),
    );
    const other = await listenProxy(openAll(file, ['c0', 'c1']));
    const codes = ['c0', 'c1'].map((name) =>
      next(new WebSocket(`ws://127.0.0.1:${other.port}/clusters-api/${name}/api/v1/pods?watch=1`), 'error'),
    );
    expect((await Promise.all(codes)).map((error) => /\d{3}/.exec(String(error))?.[0])).toEqual([
      '503',
      '401',
    ]);
    expect((await fetch(`http://127.0.0.1:${other.port}/podnic.json`)).status).toBe(200);
    await other.close();
    await unauthorized.close();
  });
});

it('the console is told its clusters, and that nobody signs in', async () => {
  expect(await (await fetch(`http://127.0.0.1:${proxy.port}/podnic.json`)).json()).toEqual({
    signIn: 'none',
    clusters: ['empty', 'crowded'].map((name) => {
      const server = `http://127.0.0.1:${simulator.port}/clusters-api/${name}`;
      const description = { 'en-US': `${server}, as ${name}`, 'zh-CN': `${server}，用户 ${name}` };
      return { name, title: name, description };
    }),
  });
});
