import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

  const missing = join(scratchFolder(), 'missing');

  it.each([
    [
      { ...cluster, 'certificate-authority': missing },
      {},
      `${missing}, which context "c0" names, cannot be read (ENOENT)`,
    ],
    [cluster, { 'token-file': missing }, `${missing}, which context "c0" names, cannot be read (ENOENT)`],
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
      { 'auth-provider': { name: 'oidc', config: { 'id-token': `${base64(secret)}.${base64('{}')}.x` } } },
      'the credentials of context "c0" cannot be made: a token in it is malformed',
    ],
  ])('names what cannot be used: %j %j', async (of, user, words) => {
    const outcome = await told({ cluster: of, user });
    expect(outcome.sentence).toContain(words);
    expect(causeOf(outcome)).toBe('KubeconfigUnusable');
  });
});

it('gets well again when the kubeconfig does', async () => {
  const { port } = keep(await listen((_asked, response) => response.end('{"gitVersion":"v1.32.0"}')));
  const folder = scratchFolder();
  const cluster = { server: `http://127.0.0.1:${port}` };
  const file = writeKubeconfig([{ cluster }], folder);
  const real = openAll(file);
  writeFileSync(file, '');
  await expect(askVersion(real.clusters[0]!.connection)).rejects.toThrow('it is no kubeconfig');
  writeKubeconfig([{ cluster }], folder);
  expect(await askVersion(real.clusters[0]!.connection)).toBe('Kubernetes v1.32.0');
});
