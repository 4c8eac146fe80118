import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { sendJson } from '../src/cluster/send.ts';
import { createAuthority } from './test-certificates.ts';
import { ask, keeper, listen, listenProxy, listenRaw, openAll, writeKubeconfig } from './test-servers.ts';

const { keep, closeAll } = keeper();
afterEach(closeAll);

const path = '/clusters-api/c0/api/v1/pods';

/** A proxy before the server at an address. */
async function proxyTo(server: string, cluster: object = {}) {
  return keep(await listenProxy(openAll(writeKubeconfig([{ cluster: { server, ...cluster } }]))));
}

async function proxyToRaw(answer: (socket: Socket) => void) {
  const { port } = keep(await listenRaw(answer));
  return proxyTo(`http://127.0.0.1:${port}`);
}

const lost = { code: 502, body: expect.stringContaining('AnswerLost') as string };

describe('what comes and is no answer is an answer that was lost', () => {
  it.each([
    ['a status that HTTP does not have', 'HTTP/1.1 000 x\r\ncontent-length: 0\r\n\r\n'],
    ['another one', 'HTTP/1.1 099 x\r\ncontent-length: 0\r\n\r\n'],
    ['one too high', 'HTTP/1.1 999 x\r\ncontent-length: 0\r\n\r\n'],
    [
      'another protocol that nobody has asked for',
      'HTTP/1.1 101 x\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
    ],
    ['a header that is none', 'HTTP/1.1 200 OK\r\nwarning: a\u0001b\r\ncontent-length: 0\r\n\r\n'],
    ['something else altogether', 'NOT HTTP\r\n\r\n'],
    ['nothing', ''],
  ])('%s', async (_story, answer) => {
    const { port } = await proxyToRaw((socket) => socket.end(answer));
    // To a POST, whatever it came to: whoever has sent it must look.
    expect(await ask(port, path, {}, 'POST', '{}')).toMatchObject(lost);
    expect(await ask(port, path)).toMatchObject(lost);
  });

  it('what is no TLS any more, after the request was sent', async () => {
    const authority = createAuthority();
    const sockets: Socket[] = [];
    const api = keep(
      await listen(() => sockets[0]?.write('no TLS at all'), authority.issue('s', ['127.0.0.1'])),
    );
    api.server.on('connection', (socket) => sockets.push(socket));
    const trust = { 'certificate-authority-data': Buffer.from(authority.cert).toString('base64') };
    const { port } = await proxyTo(`https://127.0.0.1:${api.port}`, trust);
    expect(await ask(port, path, {}, 'POST', '{}')).toMatchObject(lost);
  });
});

it('a refusal reaches whoever is still sending', async () => {
  const { port } = await proxyToRaw((socket) => {
    socket.write('HTTP/1.1 413 Too Large\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}');
    setTimeout(() => socket.resetAndDestroy(), 50);
  });
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    body: 'x'.repeat(8_000_000),
  });
  expect(answer.status).toBe(413);
});

it.each(['TRACE', 'OPTIONS', 'PROPFIND'])('%s is not passed on', async (method) => {
  let asked = 0;
  const api = keep(
    await listen((_asked, response) => {
      asked += 1;
      response.end('{}');
    }),
  );
  const { port } = await proxyTo(`http://127.0.0.1:${api.port}`);
  const answer = await ask(port, path, {}, method);
  expect(answer).toMatchObject({ code: 405, headers: { allow: 'GET, HEAD, POST, PUT, PATCH, DELETE' } });
  expect(asked).toBe(0);
  for (const known of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']) {
    expect((await ask(port, path, {}, known)).code).toBe(200);
  }
});

it('what a cluster answers is no page of this server', async () => {
  const api = keep(await listen((_asked, response) => response.end('<script>1</script>')));
  const { port } = await proxyTo(`http://127.0.0.1:${api.port}`);
  expect((await ask(port, path)).headers).toMatchObject({
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
});

it('a warning that is not ASCII arrives as it was', async () => {
  const warnings = ['299 - "内存不足"', '299 - "plain \\"and\\" quoted"'];
  const head = ['HTTP/1.1 200 OK', ...warnings.map((warning) => `Warning: ${warning}`), 'Content-Length: 2'];
  const { port } = await proxyToRaw((socket) => socket.end(`${head.join('\r\n')}\r\n\r\n{}`));
  const host = {
    fetch: (cluster: string, at: string, init?: RequestInit) =>
      fetch(`http://127.0.0.1:${port}/clusters-api/${cluster}${at}`, init),
  };
  const answer = await sendJson(host, 'c0', '/api/v1/pods');
  expect(answer.warnings).toEqual(['内存不足', 'plain "and" quoted']);
});

describe('a connection that was used before', () => {
  it('serves again, over TLS, but for what must not be sent twice', async () => {
    const authority = createAuthority();
    let made = 0;
    const api = keep(
      await listen((_asked, response) => response.end('{}'), authority.issue('s', ['127.0.0.1'])),
    );
    api.server.on('secureConnection', () => (made += 1));
    const trust = { 'certificate-authority-data': Buffer.from(authority.cert).toString('base64') };
    const { port } = await proxyTo(`https://127.0.0.1:${api.port}`, trust);
    for (let count = 0; count < 5; count += 1) await ask(port, path);
    expect(made).toBe(1);
    for (let count = 0; count < 3; count += 1) await ask(port, path, {}, 'POST', '{}');
    expect(made).toBe(4);
  });

  /** Answers the first request of each connection, and cuts the connection at the second. */
  async function forgetful() {
    const seen: string[] = [];
    const proxy = await proxyToRaw((socket) => {
      seen.push('first');
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
      socket.once('data', () => {
        seen.push('cut');
        socket.resetAndDestroy();
      });
    });
    return { port: proxy.port, seen };
  }

  it('and that the server has closed meanwhile is made up for', async () => {
    const { port, seen } = await forgetful();
    expect((await ask(port, path)).code).toBe(200);
    expect((await ask(port, path)).code).toBe(200);
    expect(seen).toEqual(['first', 'cut', 'first']);
  });

  it('is none for a POST, which is never sent twice', async () => {
    const { port, seen } = await forgetful();
    expect((await ask(port, path)).code).toBe(200);
    expect((await ask(port, path, {}, 'POST', '{}')).code).toBe(200);
    expect((await ask(port, path, {}, 'DELETE')).code).toBe(200);
    // Nor for a GET with a body, which could not be read a second time.
    expect((await ask(port, path, { 'content-length': '2' }, 'GET', '{}')).code).toBe(200);
    expect(seen).toEqual(['first', 'first', 'first', 'first']);
  });

  it('is tried again once only', async () => {
    let first = true;
    const { port } = await proxyToRaw((socket) => {
      if (!first) socket.resetAndDestroy();
      else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
      first = false;
      socket.once('data', () => socket.resetAndDestroy());
    });
    expect((await ask(port, path)).code).toBe(200);
    expect(await ask(port, path)).toMatchObject(lost);
  });
});
