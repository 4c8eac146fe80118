import { afterEach, describe, expect, it } from 'vitest';
import { sentenceOf } from './problem.ts';
import { problemOfError } from './problem-of-error.ts';
import { sendRequest } from './send-request.ts';
import { createAuthority } from './test-certificates.ts';
import { keeper, listen, listenRaw, openAll, writeKubeconfig } from './test-servers.ts';
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
  const server = `https://127.0.0.1:${port}`;
  expect(outcome.status.details.causes).toEqual([
    {
      reason: 'ServerUnreachable',
      message: `${server}: connect ECONNREFUSED 127.0.0.1:${port}`,
      field: '',
      code: 'ConnectionRefused',
      values: { server },
    },
  ]);
});

it('a proxy that is not there', async () => {
  const cluster = {
    server: 'https://127.0.0.1:6443',
    'proxy-url': `http://me:${secret}@127.0.0.1:${await deadPort()}`,
  };
  expect(causeOf(await told({ cluster }))).toBe('ServerUnreachable');
});

it('a server that does not speak TLS', async () => {
  const { port } = keep(await listenRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
  const outcome = await told({ cluster: { server: `https://127.0.0.1:${port}` } });
  expect(outcome.sentence).toBe(
    `The API server https://127.0.0.1:${port} cannot be reached: it does not speak TLS.`,
  );
});

it('a server that takes connections and says nothing', async () => {
  const { port } = keep(await listenRaw(() => {}));
  const file = writeKubeconfig([{ cluster: { server: `https://127.0.0.1:${port}` } }]);
  const access = await openAll(file).clusters[0]!.connection.access();
  const error: unknown = await new Promise((resolve) => {
    sendRequest(access, '/version', { method: 'GET', headers: {} }, 50).request.on('error', resolve).end();
  });
  expect(problemOfError(error, access.errand)).toEqual({
    kind: 'unreachable',
    server: `https://127.0.0.1:${port}`,
    detail: { code: 'NoAnswer', values: { seconds: '0.05' }, words: 'it does not answer within 0.05 s' },
  });
});

it('a server that goes away with a request in its hands: it may have done what it was asked for', async () => {
  const { port } = keep(await listen((asked) => asked.socket.destroy(), authority.issue('s', ['127.0.0.1'])));
  const outcome = await told({ cluster: { server: `https://127.0.0.1:${port}`, ...trust } });
  expect(outcome.sentence).toBe(
    `The connection to the API server https://127.0.0.1:${port} broke before it had answered: socket hang up.`,
  );
  expect(outcome.code).toBe(502);
  expect(causeOf(outcome)).toBe('AnswerLost');
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

it('a client certificate that a server over TLS asks for', async () => {
  const tls = { ...authority.issue('s', ['127.0.0.1']), ca: authority.cert, requestCert: true };
  const { port } = keep(await listen((_asked, response) => response.end('{}'), tls));
  const outcome = await told({
    cluster: { server: `https://127.0.0.1:${port}`, ...trust },
    user: { token: 't' },
  });
  expect(outcome.sentence).toBe(
    `The API server https://127.0.0.1:${port} does not accept the client certificate of user "c0": it is missing, wrong or has expired.`,
  );
  expect(causeOf(outcome)).toBe('CredentialsRefused');
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
    expect(outcome.status.details.causes[0]?.message).toContain(`${exec.command} (c0): ${words}`);
  });
});

const failed = (message: string, code: string) => Object.assign(new Error(message), { code });
const badCertificate =
  'write EPROTO 80:error:0A000412:SSL routines:ssl3_read_bytes:sslv3 alert bad certificate:../x.c:1:';

it.each([
  [new AggregateError([failed('connect ECONNREFUSED ::1:1', 'ECONNREFUSED')]), 'unreachable'],
  [failed('write EPROTO\nmore', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'), 'credentials'],
  [failed(badCertificate, 'EPROTO'), 'credentials'],
  [failed('x', 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA'), 'credentials'],
  [failed('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'), 'certificate'],
  [failed('read ECONNRESET', 'ECONNRESET'), 'unreachable'],
  ['what', 'unreachable'],
  [undefined, 'unreachable'],
])('before the server was reached, %s is a problem of kind %s', (error, kind) => {
  expect(problemOfError(error, { server: 's', user: 'u' }).kind).toBe(kind);
});

it.each([
  [failed('read ECONNRESET', 'ECONNRESET'), 'lost'],
  [failed('write EPIPE', 'EPIPE'), 'lost'],
  [failed('read ETIMEDOUT', 'ETIMEDOUT'), 'lost'],
  [failed('read EHOSTUNREACH', 'EHOSTUNREACH'), 'lost'],
  [failed('Parse Error: Expected HTTP/', 'HPE_INVALID_CONSTANT'), 'lost'],
  [failed('write EPROTO', 'ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC'), 'lost'],
  [failed('wrong version number', 'ERR_SSL_WRONG_VERSION_NUMBER'), 'lost'],
  ['what', 'lost'],
  // With TLS 1.3 a certificate is refused when the connection counts as made already.
  [failed('write EPROTO\nmore', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'), 'credentials'],
])('after the server was reached, %s is a problem of kind %s', (error, kind) => {
  expect(problemOfError(error, { server: 's', user: 'u', reached: true }).kind).toBe(kind);
});

it.each([
  [
    { user: 'me', by: 'answer' },
    'does not accept the credentials of user "me" (401): they are wrong or have expired.',
  ],
  [
    { user: 'me', by: 'handshake' },
    'does not accept the client certificate of user "me": it is missing, wrong or has expired.',
  ],
  [{ user: '', by: 'answer' }, 'asks for credentials (401), and the context names no user.'],
  [{ user: '', by: 'handshake' }, 'asks for a client certificate, and the context names no user.'],
] as const)('credentials that are refused: %j', (how, words) => {
  expect(sentenceOf({ kind: 'credentials', server: 'https://c', ...how })).toBe(
    `The API server https://c ${words}`,
  );
});
