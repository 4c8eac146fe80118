import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { keeper, listen, listenProxy, listenRaw, openAll, writeKubeconfig } from './test-servers.ts';

const { keep, closeAll } = keeper();
afterEach(closeAll);

/** All that comes back for what is sent as it is. */
function exchange(port: number, ...lines: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(lines.join('\r\n')));
    socket.on('error', () => undefined).on('data', (piece: Buffer) => (text += piece.toString('latin1')));
    socket.on('close', () => resolve(text));
  });
}

const path = '/clusters-api/c0/api/v1/pods?watch=1';

describe('an upgrade to something else than a WebSocket', () => {
  async function proxy() {
    const api = keep(
      await listen((asked, response) => {
        response.setHeader('x', 'y');
        asked.setEncoding('utf8').on('data', (text: string) => response.write(`${asked.method} got ${text}`));
        asked.on('end', () => response.end(JSON.stringify(asked.headers)));
      }),
    );
    const cluster = { server: `http://127.0.0.1:${api.port}` };
    return keep(await listenProxy(openAll(writeKubeconfig([{ cluster, user: { token: 'ours' } }]))));
  }

  it.each(['h2c', 'SPDY/3.1', 'TLS/1.0', 'websocket, h2c'])('%s is not made', async (protocol) => {
    const { port } = await proxy();
    const upgrade = [`Upgrade: ${protocol}`, 'HTTP2-Settings: AAMAAABk'];
    const connection = 'Connection: Upgrade, HTTP2-Settings, close';
    for (const [at, words] of [
      [path, '"authorization":"Bearer ours"'],
      ['/podnic.json', '"signIn":"none"'],
      ['/index.html', 'a file of the console'],
    ]) {
      const came = await exchange(
        port,
        `GET ${at} HTTP/1.1`,
        'Host: localhost',
        connection,
        ...upgrade,
        '',
        '',
      );
      expect(came).toMatch(/^HTTP\/1.1 (200|299) /);
      expect(came).toContain(words);
      expect(came).not.toMatch(/spdy|h2c/i);
    }
  });

  it('with a body is served with it, and over the same connection goes what comes next', async () => {
    const { port } = await proxy();
    const post = [`POST ${path} HTTP/1.1`, 'Host: localhost'];
    const first = [...post, 'Connection: Upgrade', 'Upgrade: h2c', 'Content-Length: 7', '', 'hello'];
    const second = [...post, 'Connection: close', 'Content-Length: 2', '', 'ho'];
    const came = await exchange(port, ...first, ...second);
    expect(came).toContain('POST got hello');
    expect(came).toContain('POST got ho');
    expect(came.match(/HTTP\/1.1 200/g)).toHaveLength(2);
  });

  it('is refused to a foreign page as anything is', async () => {
    const { port } = await proxy();
    const upgrade = ['Connection: Upgrade, close', 'Upgrade: h2c', 'Host: evil.example'];
    expect(await exchange(port, `GET ${path} HTTP/1.1`, ...upgrade, '', '')).toMatch(/^HTTP\/1.1 403 /);
  });
});

it.each([
  ['a success without a socket', 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n', 502],
  ['the way to somewhere else', 'HTTP/1.1 302 Found\r\nlocation: http://x\r\ncontent-length: 0\r\n\r\n', 502],
  ['a status that HTTP does not have', 'HTTP/1.1 000 x\r\n\r\n', 502],
  ['a refusal', 'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n', 403],
  ['a refusal of the credentials', 'HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n', 401],
])('a handshake that gets %s opens no socket', async (_story, answer, code) => {
  const api = keep(await listenRaw((socket) => socket.end(answer)));
  const cluster = { server: `http://127.0.0.1:${api.port}` };
  const { port } = keep(await listenProxy(openAll(writeKubeconfig([{ cluster }]))));
  const handshake = ['Host: localhost', 'Connection: upgrade', 'Upgrade: WebSocket', 'Sec-WebSocket-Key: x'];
  const came = await exchange(port, `GET ${path} HTTP/1.1`, ...handshake, '', '');
  expect(came).toMatch(new RegExp(`^HTTP/1.1 ${code} `));
});
