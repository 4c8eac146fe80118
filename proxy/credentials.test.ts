import { writeFileSync } from 'node:fs';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { createAuthority, type TestCertificate } from './test-certificates.ts';
import { ask, keeper, listen, listenProxy, openAll, scratchFolder, writeKubeconfig } from './test-servers.ts';

const authority = createAuthority();
const { keep, closeAll } = keeper();
afterEach(closeAll);

interface Seen {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The name in the client's certificate. */
  readonly peer: string | undefined;
  /** The name that the client asked for in TLS. */
  readonly asked: string | false | null;
}

function tell(asked: IncomingMessage, response: ServerResponse) {
  const { socket } = asked;
  const secure = socket instanceof TLSSocket;
  const seen = {
    path: asked.url,
    headers: asked.headers,
    peer: secure ? socket.getPeerCertificate().subject?.CN : undefined,
    asked: secure ? (socket as unknown as { servername: string | false }).servername : null,
  };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(seen));
}

/** An API server over TLS that tells what it sees, and takes certificates of the authority. */
async function apiServer(certificate: TestCertificate = authority.issue('server', ['127.0.0.1'])) {
  return keep(
    await listen(tell, { ...certificate, ca: authority.cert, requestCert: true, rejectUnauthorized: false }),
  );
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const trust = { 'certificate-authority-data': base64(authority.cert) };

/** What the API server sees of a request through the proxy, from a page that has credentials of its own. */
async function seenOf(cluster: object, user?: object, folder?: string): Promise<Seen> {
  const context = user === undefined ? { cluster } : { cluster, user };
  const proxy = keep(await listenProxy(openAll(writeKubeconfig([context], folder))));
  const answer = await ask(proxy.port, '/clusters-api/c0/api/v1/pods?limit=1', {
    authorization: 'Bearer of-the-page',
    cookie: 'session=of-the-page',
    'impersonate-user': 'of-the-page',
  });
  expect(answer.body).not.toContain('of-the-page');
  expect(answer.code, answer.body).toBe(200);
  return JSON.parse(answer.body) as Seen;
}

describe('the credentials of a kubeconfig', () => {
  it('are a client certificate, as data', async () => {
    const { port } = await apiServer();
    const client = authority.issue('admin');
    const user = { 'client-certificate-data': base64(client.cert), 'client-key-data': base64(client.key) };
    const seen = await seenOf({ server: `https://127.0.0.1:${port}`, ...trust }, user);
    expect(seen).toMatchObject({ peer: 'admin', path: '/api/v1/pods?limit=1' });
    expect(seen.headers['authorization']).toBeUndefined();
  });

  it('are a client certificate, in files beside the kubeconfig', async () => {
    const { port } = await apiServer();
    const folder = scratchFolder();
    const client = authority.issue('from-files');
    writeFileSync(join(folder, 'ca.crt'), authority.cert);
    writeFileSync(join(folder, 'me.crt'), client.cert);
    writeFileSync(join(folder, 'me.key'), client.key);
    const cluster = { server: `https://127.0.0.1:${port}`, 'certificate-authority': 'ca.crt' };
    const user = { 'client-certificate': 'me.crt', 'client-key': 'me.key' };
    expect((await seenOf(cluster, user, folder)).peer).toBe('from-files');
  });

  it('are data before the files that are named with it', async () => {
    const { port } = await apiServer();
    const client = authority.issue('admin');
    const gone = { 'certificate-authority': '/gone/ca.crt' };
    const user = {
      'client-certificate-data': base64(client.cert),
      'client-certificate': '/gone/me.crt',
      'client-key-data': base64(client.key),
      'client-key': '/gone/me.key',
    };
    expect((await seenOf({ server: `https://127.0.0.1:${port}`, ...trust, ...gone }, user)).peer).toBe(
      'admin',
    );
  });

  it.each([
    ['a token', { token: 'tok' }, { authorization: 'Bearer tok' }],
    [
      'a name and a password',
      { username: 'me', password: 'pa:ss' },
      { authorization: `Basic ${base64('me:pa:ss')}` },
    ],
    [
      'those of somebody else, too',
      {
        token: 't',
        as: 'jane',
        'as-uid': '7',
        'as-groups': ['dev', 'ops'],
        'as-user-extra': { 'a/b': ['x'], 'c(d)%é': ['y'] },
      },
      {
        authorization: 'Bearer t',
        'impersonate-user': 'jane',
        'impersonate-uid': '7',
        'impersonate-group': 'dev, ops',
        'impersonate-extra-a%2fb': 'x',
        'impersonate-extra-c%28d%29%25%c3%a9': 'y',
      },
    ],
    [
      'those of somebody whose name is not in Latin letters',
      { token: 't', as: '张三' },
      { 'impersonate-user': Buffer.from('张三').toString('latin1') },
    ],
    ['a name without a password', { username: 'me' }, { authorization: `Basic ${base64('me:')}` }],
    [
      'a token, and the exec plugin beside it does not run',
      { token: 'tok', exec: { command: 'podnic-no-such-plugin' } },
      { authorization: 'Bearer tok' },
    ],
    [
      'the token of an exec plugin',
      {
        exec: {
          command: process.execPath,
          args: [
            '-e',
            'console.log(JSON.stringify({ kind: "ExecCredential", status: { token: "plugged" } }))',
          ],
        },
      },
      { authorization: 'Bearer plugged' },
    ],
  ])('are %s', async (_story, user, headers) => {
    const { port } = await apiServer();
    const seen = await seenOf({ server: `https://127.0.0.1:${port}`, ...trust }, user);
    expect(seen.headers).toMatchObject(headers);
  });

  it('are the client certificate of an exec plugin', async () => {
    const { port } = await apiServer();
    const client = authority.issue('plugged');
    const status = { clientCertificateData: client.cert, clientKeyData: client.key };
    const file = join(scratchFolder(), 'credential');
    writeFileSync(file, JSON.stringify({ kind: 'ExecCredential', status }));
    const user = { exec: { command: 'cat', args: [file] } };
    const seen = await seenOf({ server: `https://127.0.0.1:${port}`, ...trust }, user);
    expect(seen.peer).toBe('plugged');
  });

  it('are a token in a file', async () => {
    const { port } = await apiServer();
    const folder = scratchFolder();
    writeFileSync(join(folder, 'token'), 'filed\n');
    const cluster = { server: `https://127.0.0.1:${port}`, ...trust };
    const seen = await seenOf(cluster, { token: 'older', tokenFile: 'token' }, folder);
    expect(seen.headers['authorization']).toBe('Bearer filed');
  });

  it('are none where the context has no user, and the CA counts all the same', async () => {
    const { port } = await apiServer();
    const seen = await seenOf({ server: `https://127.0.0.1:${port}/prefix/`, ...trust });
    expect(seen.headers['authorization']).toBeUndefined();
    expect(seen.path).toBe('/prefix/api/v1/pods?limit=1');
  });
});

describe('the way to a cluster', () => {
  it('checks the name that the kubeconfig gives', async () => {
    const { port } = await apiServer(authority.issue('server', ['api.internal']));
    const cluster = { server: `https://127.0.0.1:${port}`, ...trust, 'tls-server-name': 'api.internal' };
    expect((await seenOf(cluster, { token: 't' })).asked).toBe('api.internal');
  });

  it('checks nothing where the kubeconfig says so', async () => {
    const { port } = await apiServer(createAuthority('other').issue('server', ['elsewhere']));
    const cluster = { server: `https://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true };
    expect((await seenOf(cluster, { token: 't' })).path).toBe('/api/v1/pods?limit=1');
  });

  it('may be plain http', async () => {
    const { port } = keep(await listen(tell));
    const seen = await seenOf({ server: `http://127.0.0.1:${port}` }, { token: 'plain' });
    expect(seen.headers['authorization']).toBe('Bearer plain');
    expect(seen.headers['host']).toBe(`127.0.0.1:${port}`);
  });
});

it('what a page posts arrives whole', async () => {
  const api = keep(
    await listen((asked, response) => {
      response.writeHead(201, { 'content-type': asked.headers['content-type'] ?? '' });
      asked.pipe(response);
    }),
  );
  const file = writeKubeconfig([{ cluster: { server: `http://127.0.0.1:${api.port}` } }]);
  const proxy = keep(await listenProxy(openAll(file)));
  const body = JSON.stringify({ text: '网卡'.repeat(200_000) });
  const type = { 'content-type': 'application/merge-patch+json' };
  const path = '/clusters-api/c0/api/v1/namespaces/a/pods/b';
  const answer = await ask(
    proxy.port,
    path,
    { ...type, origin: `http://127.0.0.1:${proxy.port}` },
    'PATCH',
    body,
  );
  expect(answer).toMatchObject({ code: 201, body, headers: type });
  // In pieces of unknown number.
  const chunked = await new Promise<number>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: proxy.port, path, method: 'POST' }, (got) => {
      let length = 0;
      got.on('data', (piece: Buffer) => (length += piece.length)).on('end', () => resolve(length));
    });
    sent.on('error', reject);
    sent.write('a');
    sent.end('bc');
  });
  expect(chunked).toBe(3);
});
