import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { problemOfError } from './problem-of-error.ts';
import { sendRequest } from './send-request.ts';
import { createAuthority } from './test-certificates.ts';
import { keeper, listen, openAll, writeKubeconfig } from './test-servers.ts';
import { causeOf, secret, told } from './test-told.ts';

const authority = createAuthority();
const { keep, closeAll } = keeper();
afterEach(closeAll);

const base64 = (text: string) => Buffer.from(text).toString('base64');
const trust = { 'certificate-authority-data': base64(authority.cert) };

async function deadPort(): Promise<number> {
  const server = await listen(() => {});
  await server.close();
  return server.port;
}

it('a server that is not there', async () => {
  const port = await deadPort();
  const outcome = await told({ cluster: { server: `https://127.0.0.1:${port}` }, user: { token: secret } });
  expect(outcome.sentence).toBe(
    `The API server https://127.0.0.1:${port} cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}.`,
  );
  expect(outcome.code).toBe(503);
  expect(causeOf(outcome)).toBe('ServerUnreachable');
});

it('a proxy that is not there', async () => {
  const cluster = {
    server: 'https://127.0.0.1:6443',
    'proxy-url': `http://me:${secret}@127.0.0.1:${await deadPort()}`,
  };
  expect(causeOf(await told({ cluster }))).toBe('ServerUnreachable');
});

/** A server that is no HTTP server. */
async function listenRaw(answer: string): Promise<number> {
  const server = createServer((socket) => {
    keep({ close: () => socket.destroy() });
    socket.on('error', () => socket.destroy());
    if (answer !== '') socket.on('data', () => socket.end(answer));
  });
  keep({ close: () => server.close() });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

it('a server that does not speak TLS', async () => {
  const port = await listenRaw('HTTP/1.1 400 Bad Request\r\n\r\n');
  const outcome = await told({ cluster: { server: `https://127.0.0.1:${port}` } });
  expect(outcome.sentence).toBe(
    `The API server https://127.0.0.1:${port} cannot be reached: it does not speak TLS.`,
  );
});

it('a server that takes connections and says nothing', async () => {
  const port = await listenRaw('');
  const file = writeKubeconfig([{ cluster: { server: `https://127.0.0.1:${port}` } }]);
  const access = await openAll(file).clusters[0]!.connection.access();
  const error: unknown = await new Promise((resolve) => {
    sendRequest(access, '/version', { method: 'GET' }, 50).on('error', resolve).end();
  });
  expect(problemOfError(error, access.errand)).toEqual({
    kind: 'unreachable',
    server: `https://127.0.0.1:${port}`,
    detail: 'it does not answer within 0.05 s',
  });
});

describe('a certificate that does not hold', () => {
  const yesterday = new Date(Date.now() - 86_400_000);

  it.each([
    [
      'is of another CA',
      createAuthority('other').issue('server', ['127.0.0.1']),
      'unable to verify the first certificate',
    ],
    ['has expired', authority.issue('server', ['127.0.0.1'], yesterday), 'certificate has expired'],
    [
      'is of another server',
      authority.issue('server', ['api.example']),
      "Hostname/IP does not match certificate's altnames",
    ],
  ])('%s', async (_story, certificate, words) => {
    const { port } = keep(await listen((_asked, response) => response.end(), certificate));
    const cluster = { server: `https://127.0.0.1:${port}`, ...trust };
    const outcome = await told({ cluster, user: { token: secret } });
    expect(outcome.sentence).toContain(
      `The certificate of https://127.0.0.1:${port} is not trusted: ${words}`,
    );
    expect(outcome.code).toBe(503);
    expect(causeOf(outcome)).toBe('CertificateUntrusted');
  });
});

describe('credentials that the cluster does not accept', () => {
  const refuse = (port: number) =>
    `The API server http://127.0.0.1:${port} does not accept the credentials of user "c0" (401): they are wrong or have expired.`;

  it('are an expired token', async () => {
    const { port } = keep(
      await listen((_asked, response) => {
        response
          .writeHead(401, { 'www-authenticate': 'Basic realm="k8s"' })
          .end('{"kind":"Status","code":401}');
      }),
    );
    const outcome = await told({ cluster: { server: `http://127.0.0.1:${port}` }, user: { token: secret } });
    expect(outcome.sentence).toBe(refuse(port));
    expect(outcome.code).toBe(401);
    expect(causeOf(outcome)).toBe('CredentialsRefused');
  });
});

describe('an exec plugin that fails', () => {
  const cluster = { server: 'https://127.0.0.1:1' };

  it.each([
    [{ command: 'podnic-no-such-plugin' }, 'the command is not found'],
    [
      { command: process.execPath, args: ['-e', `console.error("Sign in first."); process.exit(1)`, secret] },
      'it ended with 1: Sign in first',
    ],
    [
      { command: process.execPath, args: ['-e', `console.log("${secret}")`] },
      'what it printed is no ExecCredential',
    ],
  ])('%j', async (exec, words) => {
    const outcome = await told({ cluster, user: { exec } });
    expect(outcome.sentence).toContain(
      `The exec plugin "${exec.command}" of user "c0" gives no credentials: ${words}`,
    );
    expect(outcome.code).toBe(500);
    expect(causeOf(outcome)).toBe('ExecPluginFailed');
  });
});

it.each([
  [
    new AggregateError([Object.assign(new Error('connect ECONNREFUSED ::1:1'), { code: 'ECONNREFUSED' })]),
    'unreachable',
  ],
  [
    Object.assign(new Error('write EPROTO\nmore'), { code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' }),
    'credentials',
  ],
  [
    Object.assign(
      new Error(
        'write EPROTO 80:error:0A000412:SSL routines:ssl3_read_bytes:sslv3 alert bad certificate:../x.c:1:',
      ),
      { code: 'EPROTO' },
    ),
    'credentials',
  ],
  [Object.assign(new Error('x'), { code: 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA' }), 'credentials'],
  [
    Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    'certificate',
  ],
  ['what', 'unreachable'],
  [undefined, 'unreachable'],
])('%s is a problem of kind %s', (error, kind) => {
  expect(problemOfError(error, { server: 's', user: 'u' }).kind).toBe(kind);
});
