import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { askVersion } from './ask-version.ts';
import { keeper, listen, openAll, scratchFolder, writeKubeconfig } from './test-servers.ts';
import { causeOf, secret, told } from './test-told.ts';

const { keep, closeAll } = keeper();
afterEach(closeAll);

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('a kubeconfig that goes bad', () => {
  const cluster = { server: 'https://127.0.0.1:1' };

  it('is no YAML any more', async () => {
    const outcome = await told({ cluster, user: { token: secret } }, (file) =>
      writeFileSync(file, `a: {${secret}\nb`),
    );
    expect(outcome.sentence).toMatch(/^The kubeconfig FILE cannot be used: it is not YAML \(line \d\)\.$/);
    expect(outcome.code).toBe(500);
    expect(causeOf(outcome)).toBe('KubeconfigUnusable');
  });

  it('is gone', async () => {
    const outcome = await told({ cluster }, (file) => rmSync(file));
    expect(outcome.sentence).toBe('The kubeconfig FILE cannot be used: it does not exist.');
    expect(outcome.status.details.causes[0]).toMatchObject({
      message: expect.stringMatching(/config: it does not exist$/) as string,
      code: 'FileMissing',
      values: { file: expect.stringMatching(/config$/) as string },
    });
  });

  it('has the context no more', async () => {
    const outcome = await told({ cluster }, (file) =>
      writeFileSync(file, 'contexts: [{name: new, context: {cluster: x}}]'),
    );
    expect(outcome.sentence).toBe('There is no context "c0" in FILE; there are: new.');
    expect(causeOf(outcome)).toBe('ContextMissing');
  });

  it('names a user that is not there', async () => {
    const outcome = await told({ cluster }, (file) =>
      writeFileSync(
        file,
        `
contexts: [{name: c0, context: {cluster: c0, user: me}}]
clusters: [{name: c0, cluster: {server: https://127.0.0.1:1}}]`,
      ),
    );
    expect(outcome.sentence).toBe(
      'The kubeconfig FILE cannot be used: context "c0" names user "me", which is not there.',
    );
  });

  const missing = join(import.meta.dirname, 'missing');
  const noProxy = 'the proxy-url of cluster "c0" is no http, https or socks5 address';

  it.each([
    [
      { ...cluster, 'certificate-authority': missing },
      {},
      `${missing}, which context "c0" names, cannot be read (ENOENT)`,
    ],
    [cluster, { tokenFile: missing }, `${missing}, which context "c0" names, cannot be read (ENOENT)`],
    [
      cluster,
      { 'client-certificate': missing, 'client-key': missing },
      `${missing}, which context "c0" names`,
    ],
    [
      cluster,
      { 'client-certificate-data': base64('x'), 'client-key-data': base64(secret) },
      'the certificates and the key of context "c0" do not do',
    ],
    [
      cluster,
      { token: `${secret}\nx` },
      'the credentials of context "c0" cannot be made: Invalid character in header content',
    ],
    [
      cluster,
      { token: secret, username: 'me', password: secret },
      'the credentials of context "c0" cannot be made: there are both a token and a password',
    ],
    [
      cluster,
      { token: secret, 'as-groups': ['dev'] },
      'cannot be made: they name a uid, groups or extra of somebody else without a name ("as")',
    ],
    [{ ...cluster, 'proxy-url': `proxy.example:3128/${secret}` }, {}, noProxy],
    [{ ...cluster, 'proxy-url': '127.0.0.1:3128' }, {}, noProxy],
    [{ ...cluster, 'proxy-url': `ftp://me:${secret}@proxy.example` }, {}, noProxy],
    [{ ...cluster, 'proxy-url': 7 }, {}, noProxy],
    [
      { ...cluster, 'proxy-url': `http://me:100%${secret}@proxy.example` },
      {},
      'the proxy-url of cluster "c0" has a "%" in its user name or password that stands for nothing',
    ],
  ])('names what cannot be used: %j %j', async (of, user, words) => {
    const outcome = await told({ cluster, user }, (file) =>
      writeKubeconfig([{ cluster: of, user }], dirname(file)),
    );
    expect(outcome.sentence).toContain(words);
    expect(causeOf(outcome)).toBe('KubeconfigUnusable');
  });

  it('has an alias that stands for nothing', async () => {
    const outcome = await told({ cluster, user: { token: secret } }, (file) =>
      writeFileSync(file, `users: [{name: u, user: {password: *${secret}}}]`),
    );
    expect(outcome.sentence).toBe(
      'The kubeconfig FILE cannot be used: an alias (*) in it cannot be resolved.',
    );
  });
});

describe('an auth-provider', () => {
  const cluster = { server: 'https://127.0.0.1:1' };
  const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url');
  const tokenOf = (exp: unknown) => `${part({})}.${part({ exp, name: secret })}.${part({ secret })}`;
  const oidc = (token?: string) => ({ 'auth-provider': { name: 'oidc', config: { 'id-token': token } } });
  const later = Date.now() / 1000 + 3600;

  it.each([
    [
      'has an id-token that has ended',
      oidc(tokenOf(1)),
      'the id-token of its auth-provider has expired; kubectl renews it',
    ],
    [
      'has one that does not say when it ends',
      oidc(tokenOf('soon')),
      'the id-token of its auth-provider has expired',
    ],
    ['has none', oidc(), 'its auth-provider has no id-token; kubectl renews it'],
    ['has something else', oidc(`${secret}.${secret}.x`), 'the id-token of its auth-provider is no JWT'],
    ['has no parts', oidc(secret), 'the id-token of its auth-provider is no JWT'],
    [
      'is unknown',
      { 'auth-provider': { name: 'gcp', config: { 'access-token': secret } } },
      'its auth-provider "gcp" is not supported',
    ],
  ])('that %s is told, with the way out', async (_story, user, words) => {
    const outcome = await told({ cluster, user });
    expect(outcome.sentence).toContain(
      `The kubeconfig FILE cannot be used: user "c0" cannot sign in: ${words}`,
    );
    expect(causeOf(outcome)).toBe('KubeconfigUnusable');
  });

  it('gives its id-token while it lasts, and not where there is another token', async () => {
    const token = tokenOf(later);
    const tokens = ['later', 'token'].map(async (which) => {
      const user = which === 'token' ? { ...oidc(token), token: 'other' } : oidc(token);
      const connection = openAll(writeKubeconfig([{ cluster, user }])).clusters[0]!.connection;
      return (await connection.access()).headers['authorization'];
    });
    expect(await Promise.all(tokens)).toEqual([`Bearer ${token}`, 'Bearer other']);
  });
});

it('gets well again when the kubeconfig does', async () => {
  const { port } = keep(await listen((_asked, response) => response.end('{"gitVersion":"v1.32.0"}')));
  const folder = scratchFolder();
  const cluster = { server: `http://127.0.0.1:${port}` };
  const file = writeKubeconfig([{ cluster }], folder);
  const real = openAll(file);
  writeFileSync(file, '');
  await expect(askVersion(real.clusters[0]!.connection)).rejects.toThrow('There is no context "c0"');
  writeKubeconfig([{ cluster }], folder);
  expect(await askVersion(real.clusters[0]!.connection)).toBe('Kubernetes v1.32.0');
});
