import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { createAuthority } from '../proxy/test-certificates.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { type RealConsole, startRealConsole, writeKubeconfig } from './real-console.ts';
import { expectPodNics, wizardOf } from './wizard.ts';
import { wordsOf } from './words.ts';

const token = 's3cret-of-the-kubeconfig';
const words = wordsOf('en-US');
const open: { stop(): Promise<void> }[] = [];

test.afterEach(async ({ page }) => {
  // A console that goes before the page breaks its watches, and Chromium writes a line for each.
  await page.close();
  for (const each of open.splice(0).toReversed()) await each.stop();
});

async function startConsole(...options: readonly string[]): Promise<RealConsole> {
  const started = await startRealConsole(...options);
  open.push(started);
  return started;
}

async function listen(server: Server & { closeAllConnections?: () => void }): Promise<number> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  open.push({
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections?.();
      }),
  });
  return (server.address() as AddressInfo).port;
}

test('a context of a kubeconfig: no sign-in, its Deployments, and one more', async ({
  page,
  cluster,
  baseURL,
}) => {
  const server = `${baseURL}/clusters-api/${cluster.name}`;
  const file = writeKubeconfig({ 'admin@prod': { cluster: { server }, user: { token } } });
  const console = await startConsole('--kubeconfig', file);
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(new URL(socket.url()).pathname));

  await page.goto(`${console.url}/?lang=en-US`);
  await expect(page.getByRole('heading', { name: 'Clusters' })).toBeVisible();
  const card = page.getByRole('article').filter({ hasText: 'admin@prod' });
  await expect(card).toContainText('Reachable');
  await expect(card).toContainText(`${server}, as admin@prod`);
  await expect(page.getByRole('textbox', { name: 'Token' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Account/ })).toHaveCount(0);
  await card.getByRole('link', { name: 'admin@prod' }).click();

  await expect(page.getByRole('heading', { name: words.deployments })).toBeVisible();
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
  expect(sockets).toContain('/clusters-api/admin-prod-4702a066/apis/apps/v1/deployments');
  await page.getByRole('button', { name: words.createFromImage }).first().click();
  const wizard = wizardOf(page, words);
  await wizard.fillUntilNics({ name: 'through-the-proxy', replicas: 1 });
  const net1 = await wizard.addNic('kube-system/macvlan-ens192');
  await wizard.source('pools');
  await wizard.pick(net1, words.pools4, 'net6-shared-v4');
  await wizard.create();
  await expectPodNics(page, 1, { net1: ['net6-shared-v4', /10\.6\.\d+\.\d+/] });
  const made = await cluster.read<{ metadata: { managedFields: { manager: string }[] } }>(
    '/apis/apps/v1/namespaces/default/deployments/through-the-proxy',
  );
  // In no order: controllers of a real cluster are there too.
  const managers = made.metadata.managedFields.map(({ manager }) => manager);
  expect(managers).toContainEqual(expect.stringMatching(/^podnic/));
  expect(console.output()).toContain('admin@prod: Kubernetes v');
  expect(console.output()).not.toContain(token);
});

test('clusters that cannot be used: a sentence in the terminal and on the page', async ({
  page,
  provokes,
}) => {
  const dead = createServer();
  const deadPort = await listen(dead);
  await new Promise((resolve) => void dead.close(resolve));
  const refusing = await listen(createServer((_asked, response) => void response.writeHead(401).end()));
  const elsewhere = createAuthority('elsewhere').issue('server', ['127.0.0.1']);
  const untrusted = await listen(createSecureServer(elsewhere, (_asked, response) => void response.end()));
  const exec = {
    command: process.execPath,
    args: ['-e', 'console.error("Sign in first."); process.exit(1)'],
  };
  const file = writeKubeconfig({
    gone: { cluster: { server: `https://127.0.0.1:${deadPort}` }, user: { token } },
    expired: { cluster: { server: `http://127.0.0.1:${refusing}` }, user: { token } },
    forged: { cluster: { server: `https://127.0.0.1:${untrusted}` }, user: { token } },
    plugged: { cluster: { server: `https://127.0.0.1:${deadPort}` }, user: { exec } },
  });
  const names = ['gone', 'expired', 'forged', 'plugged'];
  const console = await startConsole('--kubeconfig', file, ...names.flatMap((name) => ['--context', name]));
  for (const [name, sentence] of [
    ['gone', `The API server https://127.0.0.1:${deadPort} cannot be reached: connect ECONNREFUSED`],
    [
      'expired',
      `The API server http://127.0.0.1:${refusing} does not accept the credentials of user "expired" (401)`,
    ],
    ['forged', `The certificate of https://127.0.0.1:${untrusted} is not trusted`],
    ['plugged', 'gives no credentials: it ended with 1: Sign in first.'],
  ] as const) {
    await expect.poll(() => console.output()).toContain(`${name}: `);
    expect(console.output()).toContain(sentence);
  }
  expect(console.output()).not.toContain(token);

  provokes(
    { status: 503, path: /\/clusters-api\/gone\/version$/ },
    { status: 401, path: /\/clusters-api\/expired\/version$/ },
    { status: 503, path: /\/clusters-api\/forged\/version$/ },
    { status: 500, path: /\/clusters-api\/plugged\/version$/ },
    { status: 401, path: /\/clusters-api\/expired\/ap/ },
  );
  await page.goto(`${console.url}/clusters?lang=en-US`);
  const card = (name: string) => page.getByRole('article').filter({ has: page.getByRole('link', { name }) });
  await expect(card('gone')).toContainText(
    `The API server of the cluster cannot be reached.Nothing listens at https://127.0.0.1:${deadPort}`,
  );
  await expect(card('expired')).toContainText('does not accept the credentials of the kubeconfig');
  await expect(card('forged')).toContainText('The certificate of the API server is not trusted.');
  await expect(card('forged')).toContainText('is of a CA that the kubeconfig does not name.');
  await expect(card('plugged')).toContainText('of user plugged ended with 1: Sign in first');
  await expectAccessible(page);
  await page.getByText('中文').click();
  await expect(card('gone')).toContainText(
    `无法连接集群的 API 服务器。https://127.0.0.1:${deadPort} 拒绝连接`,
  );
  await expect(card('expired')).toContainText('集群不接受 kubeconfig 中的凭据');
  await expect(card('forged')).toContainText('API 服务器的证书不受信任。');
  await expect(card('plugged')).toContainText('exec 插件未能提供凭据。用户 plugged 的插件');

  await card('expired').getByRole('link', { name: 'expired' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '集群不接受 kubeconfig 中的凭据' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a page of another port of this machine gets nothing from the console', async ({
  page,
  cluster,
  baseURL,
  provokes,
}) => {
  const server = `${baseURL}/clusters-api/${cluster.name}`;
  const console = await startConsole(
    '--kubeconfig',
    writeKubeconfig({ prod: { cluster: { server }, user: { token } } }),
  );
  const foreign = await listen(
    createServer((_asked, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<link rel="icon" href="data:,"><h1>foreign</h1>');
    }),
  );
  provokes({ status: 403, path: /\/clusters-api\/prod\/api\/v1\/secrets$/ });
  await page.goto(`http://localhost:${foreign}/`);
  // What comes back says nothing to the page; that it is a refusal, the browser's console has to say.
  const type = await page.evaluate(
    (url) => fetch(url, { mode: 'no-cors' }).then((answer) => answer.type),
    `${console.url}/clusters-api/prod/api/v1/secrets`,
  );
  expect(type).toBe('opaque');
});
