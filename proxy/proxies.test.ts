import type { IncomingMessage } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { contextEntries } from './kubeconfig/context-entries.ts';
import { createTunnelAgent } from './kubeconfig/tunnel-agent.ts';
import { createAuthority } from './test-certificates.ts';
import { readKubeconfig } from './kubeconfig/read-kubeconfig.ts';
import { sendRequest } from './send-request.ts';
import { ask, keeper, listen, listenProxy, openAll, writeKubeconfig } from './test-servers.ts';
import { causeOf, secret, told } from './test-told.ts';

const authority = createAuthority();
const { keep, closeAll } = keeper();
afterEach(closeAll);

const trust = { 'certificate-authority-data': Buffer.from(authority.cert).toString('base64') };

/** An API server over TLS that tells as whom it was asked. */
async function apiServer(): Promise<number> {
  const { port } = keep(
    await listen(
      (asked, response) => response.end(asked.headers.authorization),
      authority.issue('server', ['127.0.0.1', 'api.internal']),
    ),
  );
  return port;
}

/** A proxy that leads everywhere to one port, or answers as it is told. */
async function connectProxy(port: number, answer = '') {
  const seen: { readonly target: string | undefined; readonly as: string | undefined }[] = [];
  const proxy = keep(await listen((_asked, response) => response.writeHead(405).end()));
  proxy.server.on('connect', (asked: IncomingMessage, page) => {
    seen.push({ target: asked.url, as: asked.headers['proxy-authorization'] });
    if (answer === '') lead(page, port, 'HTTP/1.1 200 OK\r\n\r\n');
    else page.end(answer);
  });
  return { address: `127.0.0.1:${proxy.port}`, seen };
}

function lead(page: Duplex, port: number, first: string | Buffer): void {
  const onward = connect(port, '127.0.0.1', () => {
    page.write(first);
    page.pipe(onward).pipe(page);
  });
  onward.on('error', () => page.destroy()).on('close', () => page.destroy());
  page.on('error', () => onward.destroy());
}

/** A server below HTTP. */
async function listenRaw(handle: (socket: Socket) => void) {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    handle(socket);
  });
  keep({
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, open };
}

/** The answer of the API server behind a proxy. */
async function answerOf(server: string, proxyUrl: string): Promise<string> {
  const context = { cluster: { server, ...trust, 'proxy-url': proxyUrl }, user: { token: 'tunnelled' } };
  const proxy = keep(await listenProxy(openAll(writeKubeconfig([context]))));
  return (await ask(proxy.port, '/clusters-api/c0/version')).body;
}

describe('a proxy', () => {
  it('leads to the server, with the user name and the password that are meant', async () => {
    const port = await apiServer();
    const { address, seen } = await connectProxy(port);
    const way = `http://me%40corp:100%25@${address}`;
    expect(await answerOf(`https://127.0.0.1:${port}`, way)).toBe('Bearer tunnelled');
    expect(await answerOf('https://api.internal:6443', way)).toBe('Bearer tunnelled');
    const as = `Basic ${Buffer.from('me@corp:100%').toString('base64')}`;
    expect(seen).toEqual([
      { target: `127.0.0.1:${port}`, as },
      { target: 'api.internal:6443', as },
    ]);
  });

  it('may lead to a server without TLS', async () => {
    const { port } = keep(await listen((_asked, response) => response.end('plain')));
    const { address, seen } = await connectProxy(port);
    expect(await answerOf('http://api.internal', `http://${address}`)).toBe('plain');
    expect(seen).toEqual([{ target: 'api.internal:80', as: undefined }]);
  });

  it('gets an address of IPv6 in brackets', async () => {
    const { address, seen } = await connectProxy(0, 'HTTP/1.1 502 Bad Gateway\r\n\r\n');
    await answerOf('https://[fd00::1]:6443', `http://${address}`);
    expect(seen).toEqual([{ target: '[fd00::1]:6443', as: undefined }]);
  });

  it('may be one of SOCKS 5, and looks names up itself', async () => {
    const port = await apiServer();
    const said: string[] = [];
    const socks = await listenRaw((socket) => {
      socket.once('data', () => {
        socket.write(Buffer.from([5, 0]));
        socket.once('data', (asked: Buffer) => {
          said.push(asked.toString('latin1'));
          lead(socket, port, Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]));
        });
      });
    });
    expect(await answerOf('https://api.internal:6443', `socks5://${socks.address}`)).toBe('Bearer tunnelled');
    expect(said).toEqual(['\x05\x01\x00\x03\x0capi.internal\x19\x2b']);
  });
});

describe('what is wrong with a proxy is said of the proxy', () => {
  it.each([
    [
      'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n',
      '',
      'wants a user name and a password in its address (407)',
    ],
    [
      'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n',
      `me:${secret}@`,
      'does not accept the user name and password of its address (407)',
    ],
    ['HTTP/1.1 403 Forbidden\r\n\r\n', '', 'does not lead there (it answers 403)'],
  ])('%j', async (answer, user, words) => {
    const { address } = await connectProxy(0, answer);
    const cluster = { server: 'https://127.0.0.1:6443', 'proxy-url': `http://${user}${address}` };
    const outcome = await told({ cluster });
    expect(outcome.sentence).toBe(
      `The API server https://127.0.0.1:6443 cannot be reached: the proxy http://${address} ${words}.`,
    );
    expect(causeOf(outcome)).toBe('ServerUnreachable');
  });

  it('that breaks off', async () => {
    const { address } = await listenRaw((socket) => socket.once('data', () => socket.destroy()));
    const cluster = { server: 'https://127.0.0.1:6443', 'proxy-url': `http://${address}` };
    const outcome = await told({ cluster });
    expect(outcome.sentence).toContain(`the proxy http://${address}: socket hang up`);
    // Nothing has come to the API server.
    expect(outcome.code).toBe(503);
  });

  it('whose certificate is not trusted', async () => {
    const { port } = keep(await listen(() => {}, authority.issue('proxy', ['127.0.0.1'])));
    const cluster = { server: 'https://127.0.0.1:6443', 'proxy-url': `https://127.0.0.1:${port}` };
    const outcome = await told({ cluster });
    expect(outcome.sentence).toContain(`the proxy https://127.0.0.1:${port}: unable to verify`);
    // The certificate of the API server is not to blame.
    expect(causeOf(outcome)).toBe('ServerUnreachable');
  });

  it.each(['http', 'socks5'])(
    'that says nothing, and no connection to it stays open: %s',
    async (scheme) => {
      const silent = await listenRaw((socket) => socket.resume());
      const way = new URL(`${scheme}://${silent.address}`);
      const server = new URL('https://api.internal:6443');
      const agent = createTunnelAgent(way, {}, 100);
      const access = { server, agent, headers: {}, errand: { server: '', user: '' } };
      const error: unknown = await new Promise((resolve) => {
        sendRequest(access, '/version', { method: 'GET', headers: {} }).request.on('error', resolve).end();
      });
      expect((error as Error).message).toContain(`the proxy ${scheme}://${silent.address}`);
      expect((error as Error).message).toMatch(/does not answer within 0.1 s|timed out/);
      await expect.poll(() => silent.open.size).toBe(0);
      // Not by the limit of somebody else.
    },
    8_000,
  );
});

describe('the proxy of the environment', () => {
  const entriesOf = (cluster: object, environment: Record<string, string>) =>
    contextEntries(
      readKubeconfig({ paths: [writeKubeconfig([{ cluster }])], lenient: false }),
      'c0',
      environment,
    );
  const server = 'https://api.internal:6443';

  it('counts where the kubeconfig names none', () => {
    const environment = { HTTPS_PROXY: 'proxy.example:3128' };
    expect(entriesOf({ server }, environment).proxy?.href).toBe('http://proxy.example:3128/');
    const own = { server, 'proxy-url': 'socks5://127.0.0.1:1080' };
    expect(entriesOf(own, environment).proxy?.href).toBe('socks5://127.0.0.1:1080');
    expect(entriesOf({ server }, {}).proxy).toBeUndefined();
  });

  it('that is none is told', () => {
    expect(() => entriesOf({ server }, { HTTPS_PROXY: `ftp://me:${secret}@proxy.example` })).toThrow(
      `The API server ${server} cannot be reached: the proxy in HTTPS_PROXY is no http, https or socks5 address (http://proxy.example:3128 would be one).`,
    );
  });
});
