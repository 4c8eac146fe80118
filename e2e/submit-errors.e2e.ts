import type { Page } from '@playwright/test';
import { expect, signIn, test, type TestCluster } from './fixtures.ts';
import { wizardOf } from './wizard.ts';
import { wordsOf } from './words.ts';

const createPage = '/deployments/create?namespace=default';
const deployments = '/apis/apps/v1/namespaces/default/deployments';
const creation = /\/apis\/apps\/v1\/namespaces\/default\/deployments$/;

async function namesOf(cluster: TestCluster, path: string): Promise<readonly string[]> {
  const { items } = await cluster.read<{ items: { metadata: { name: string } }[] }>(path);
  return items.map(({ metadata }) => metadata.name);
}

/** How often the page asks for a Deployment to be created from now on; a rehearsal creates none. */
function countCreations(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    const creates = request.method() === 'POST' && !searchParams.has('dryRun');
    if (creates && pathname.includes('/apis/apps/v1/namespaces/')) count += 1;
  });
  return () => count;
}

/** A Deployment of its own with one added NIC, ready to be created. */
async function fill(page: Page, language: 'en-US' | 'zh-CN', name: string) {
  const words = wordsOf(language);
  const wizard = wizardOf(page, words);
  await wizard.fillUntilNics({ name, replicas: 2 });
  const net1 = await wizard.addNic('kube-system/macvlan-ens192');
  await wizard.pick(net1, words.subnet4, 'subnet-6');
  return { wizard, words };
}

/** Opens a step by the bar above it. */
async function goTo(page: Page, step: RegExp) {
  await page
    .getByRole('navigation', { name: /^(Steps|步骤)$/ })
    .getByRole('button')
    .filter({ hasText: step })
    .click();
}

/** What was typed in steps 1 and 2 and for the NICs is still there. */
async function expectKept(page: Page, language: 'en-US' | 'zh-CN', name: string) {
  const words = wordsOf(language);
  await goTo(page, /Basic information|基本信息/);
  await expect(page.getByRole('textbox', { name: words.workloadName })).toHaveValue(name);
  await expect(page.getByRole('textbox', { name: words.replicas })).toHaveValue('2');
  await goTo(page, /Containers|容器配置/);
  await expect(page.getByRole('textbox', { name: words.image })).toHaveValue('nginx:1.27');
  await expect(wizardOf(page, words).preview()).toContainText('"ipv4":["subnet-6"]');
}

for (const language of ['en-US', 'zh-CN'] as const) {
  test.describe(language, () => {
    test.use({ language });

    test('a name that exists is refused at its field, with both ways on', async ({
      page,
      open,
      cluster,
      provokes,
    }) => {
      provokes({ status: 409, path: creation });
      const en = language === 'en-US';
      await open(createPage);
      const { wizard } = await fill(page, language, 'other');
      const before = await cluster.read<{ metadata: { uid: string } }>(`${deployments}/other`);
      await wizard.create();
      const refusal = page.getByRole('alert').filter({ hasText: 'other' });
      await expect(refusal).toContainText(
        en
          ? 'There is already a Deployment other in default.'
          : '命名空间 default 中已存在名为 other 的 Deployment。',
      );
      await expect(
        refusal.getByRole('link', { name: en ? 'Open the existing one' : '打开已有负载' }),
      ).toBeVisible();
      await expectKept(page, language, 'other');
      await refusal.getByRole('button', { name: en ? 'Rename' : '重命名' }).click();
      const name = page.getByRole('textbox', { name: en ? 'Workload name' : '负载名称' });
      await expect(name).toBeFocused();
      await expect(name).toHaveAttribute('aria-invalid', 'true');
      await name.fill('another');
      await goTo(page, en ? /Advanced/ : /高级配置/);
      await wizard.create();
      await expect(page.getByRole('heading', { name: 'another', exact: true })).toBeVisible();
      expect(await cluster.read(`${deployments}/other`)).toMatchObject({
        metadata: { uid: before.metadata.uid },
      });
    });
  });
}

// The names of these Deployments tell the simulator what to answer.
test.describe('what the API refuses', { tag: '@simulated' }, () => {
  test('a field that the API names shows the refusal, and nothing is lost', async ({
    page,
    open,
    provokes,
  }) => {
    provokes({ status: 422, path: creation });
    await open(createPage);
    const { wizard } = await fill(page, 'en-US', 'fail-422');
    const port = page.getByRole('textbox', { name: 'Service port', exact: true });
    await goTo(page, /^Service/);
    await page.getByRole('switch', { name: 'Create a Service' }).click();
    await page.getByRole('button', { name: 'Add port' }).click();
    await port.fill('8443');
    const surge = page.getByRole('textbox', { name: 'Max surge' });
    await goTo(page, /^Advanced/);
    await page.getByRole('tab', { name: 'Upgrade' }).click();
    await surge.fill('40%');
    await wizard.create();
    const image = page.getByRole('textbox', { name: 'Container image' });
    await expect(image).toBeFocused();
    await expect(image).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText(/The cluster refused it: /).last()).toBeVisible();
    await expectKept(page, 'en-US', 'fail-422');
    await goTo(page, /^Service/);
    await expect(port).toHaveValue('8443');
    await goTo(page, /^Advanced/);
    await page.getByRole('tab', { name: 'Upgrade' }).click();
    await expect(surge).toHaveValue('40%');
  });

  for (const [name, status, said, raw] of [
    ['fail-403', 403, 'You are not allowed to do this.', /forbidden/],
    ['fail-500', 500, 'The cluster failed to do this.', /[Ii]nternal/],
    ['fail-proxy', 502, 'The cluster failed to do this.', /502/],
  ] as const) {
    test(`${name} in plain words, with the raw ones a click away`, async ({
      page,
      open,
      cluster,
      provokes,
    }) => {
      provokes({ status, path: creation });
      // No Kubernetes answered: the console looks whether the Deployment is there all the same.
      if (name === 'fail-proxy') provokes({ status: 404, path: /\/deployments\/fail-proxy$/ });
      await open(createPage);
      const { wizard } = await fill(page, 'en-US', name);
      await wizard.create();
      const alert = page.getByRole('alert').filter({ hasText: `Deployment ${name} was not created` });
      await expect(alert).toContainText(said);
      await expect(alert.getByText(raw)).toBeHidden();
      await alert.getByText("The server's own words").click();
      await expect(alert.getByText(raw).first()).toBeVisible();
      await expectKept(page, 'en-US', name);
      expect(await namesOf(cluster, deployments)).not.toContain(name);
    });
  }

  test('an answer that is lost: the console looks before it says anything, and makes nothing twice', async ({
    page,
    open,
    cluster,
    provokes,
  }) => {
    // On a connection that was in use before, Chromium sends the request again, and finds what the first one made.
    provokes({ status: ['none', 409], path: creation });
    await open(createPage);
    const { wizard } = await fill(page, 'en-US', 'fail-lost');
    const creations = countCreations(page);
    await wizard.create();
    await expect(page.getByRole('heading', { name: 'fail-lost', exact: true })).toBeVisible();
    expect(creations()).toBe(1);
    expect(await namesOf(cluster, deployments)).toContain('fail-lost');
  });

  test('a connection that breaks before anything was done', async ({ page, open, cluster, provokes }) => {
    provokes({ status: 'none', path: creation }, { status: 404, path: /\/deployments\/fail-drop$/ });
    await open(createPage);
    const { wizard } = await fill(page, 'en-US', 'fail-drop');
    await wizard.create();
    const alert = page.getByRole('alert').filter({ hasText: 'Deployment fail-drop was not created' });
    await expect(alert).toContainText('The cluster did not answer.');
    expect(await namesOf(cluster, deployments)).not.toContain('fail-drop');
    await expectKept(page, 'en-US', 'fail-drop');
  });

  test('two clicks on Create make one Deployment, and its progress is shown', async ({
    page,
    open,
    cluster,
  }) => {
    await open(createPage);
    await fill(page, 'en-US', 'fail-slow');
    const creations = countCreations(page);
    await page.getByRole('button', { name: 'Create', exact: true }).dblclick();
    await expect(page.getByRole('status', { name: 'Progress' })).toContainText('being created …');
    await expect(page.getByRole('heading', { name: 'fail-slow', exact: true })).toBeVisible();
    expect(creations()).toBe(1);
    expect(await namesOf(cluster, deployments)).toContain('fail-slow');
  });

  test('a Service that fails after its Deployment was created is made alone, after a reload too', async ({
    page,
    open,
    cluster,
    provokes,
  }) => {
    provokes({ status: 403, path: /\/services$/ });
    await open(createPage);
    const words = wordsOf('en-US');
    await page.getByRole('textbox', { name: words.workloadName }).fill('partly');
    await page.getByRole('button', { name: words.next, exact: true }).click();
    await page.getByRole('textbox', { name: words.containerName }).fill('web');
    await page.getByRole('textbox', { name: words.image }).fill('nginx:1.27');
    await page.getByRole('button', { name: words.next, exact: true }).click();
    await page.getByRole('switch', { name: 'Create a Service' }).click();
    const service = page.getByRole('textbox', { name: 'Service name' });
    await service.fill('fail-403');
    await page.getByRole('button', { name: 'Add port' }).click();
    await page.getByRole('textbox', { name: 'Service port', exact: true }).fill('80');
    await page.getByRole('button', { name: words.next, exact: true }).click();
    await page.getByRole('button', { name: words.create, exact: true }).click();
    await expect(page.getByText('Deployment partly was created; its Service is missing')).toBeVisible();
    await expect(
      page.getByRole('alert').filter({ hasText: 'Service fail-403 was not created' }),
    ).toContainText('You are not allowed to do this.');
    await page.reload();
    await signIn(page);
    await expect(page.getByText('Deployment partly was created; its Service is missing')).toBeVisible();
    await goTo(page, /^Basic information/);
    await expect(page.getByRole('textbox', { name: words.workloadName })).toBeDisabled();
    await goTo(page, /^Service/);
    await service.fill('partly-service');
    await page.getByRole('button', { name: words.next, exact: true }).click();
    const creations = countCreations(page);
    await page.getByRole('button', { name: 'Create the Service' }).click();
    await expect(page.getByRole('heading', { name: 'partly', exact: true })).toBeVisible();
    expect(await namesOf(cluster, '/api/v1/namespaces/default/services')).toContain('partly-service');
    expect(creations()).toBe(0);
  });
});
