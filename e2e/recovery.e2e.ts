import type { Page } from '@playwright/test';
import { expect, test as base, type TestCluster } from './fixtures.ts';
import { expectPodNics, wizardOf } from './wizard.ts';
import { wordsOf } from './words.ts';

type Program = 'etcd' | 'kube-apiserver' | 'spiderpool-controller' | 'spiderpool-agent';

interface Programs {
  /** Ends it at once, as a crash does. */
  kill(program: Program): Promise<void>;
  start(program: Program): Promise<void>;
}

const test = base.extend<{ programs: Programs }>({
  programs: async ({ baseURL, cluster }, use) => {
    const treat = async (program: Program, action: 'kill' | 'start') => {
      const answer = await fetch(`${baseURL}/test-clusters/${cluster.name}/programs`, {
        method: 'POST',
        body: JSON.stringify({ program, action }),
      });
      expect(answer.status, await answer.text()).toBe(200);
    };
    await use({
      kill: (program) => treat(program, 'kill'),
      start: (program) => treat(program, 'start'),
    });
  },
});

const words = wordsOf('en-US');
const deployments = '/apis/apps/v1/namespaces/default/deployments';
const createPage = '/deployments/create?namespace=default';

/** How often the page asks for a Deployment to be created from now on; a rehearsal creates none. */
function countCreations(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    const creates = request.method() === 'POST' && !searchParams.has('dryRun');
    if (creates && pathname.endsWith(deployments)) count += 1;
  });
  return () => count;
}

/** As somebody else makes one, as soon as the cluster takes it. */
async function make(cluster: TestCluster, name: string): Promise<void> {
  const labels = { app: name };
  const body = JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'nginx' }] } },
    },
  });
  await expect
    .poll(async () => {
      const { status } = await cluster.api(deployments, { method: 'POST', body });
      // One whose answer was lost is there already.
      return status === 201 || status === 409;
    })
    .toBe(true);
}

async function namesOf(cluster: TestCluster): Promise<readonly string[]> {
  const { items } = await cluster.read<{ items: { metadata: { name: string } }[] }>(deployments);
  return items.map(({ metadata }) => metadata.name);
}

/** A Deployment with one added NIC, ready to be created; its pool is made by Spiderpool's controller. */
async function fill(page: Page, name: string) {
  const wizard = wizardOf(page, words);
  await wizard.fillUntilNics({ name, replicas: 2 });
  const net1 = await wizard.addNic('kube-system/macvlan-ens192');
  await wizard.source('fixed');
  await wizard.pick(net1, words.subnet4, 'subnet-6');
  return wizard;
}

/** What the list of the page says of itself. */
const sign = (page: Page, said: string | RegExp) =>
  page.getByRole('main').getByRole('status').filter({ hasText: said });

test.describe('programs of the cluster end and come back', { tag: '@real' }, () => {
  test('one after another under one page: what is stale says since when, and all is live again by itself', async ({
    page,
    open,
    cluster,
    programs,
    provokes,
  }) => {
    provokes({ status: 'any', path: /^\/clusters-api\// });
    await open('/deployments');
    await expect(sign(page, 'Live')).toBeVisible();
    for (const program of ['etcd', 'kube-apiserver', 'spiderpool-controller', 'spiderpool-agent'] as const) {
      await programs.kill(program);
      // Without etcd nothing can change, and without Spiderpool the lists do not.
      if (program === 'kube-apiserver') await expect(sign(page, 'As of')).toBeVisible();
      await expect(page.getByRole('link', { name: 'other', exact: true })).toBeVisible();
      await programs.start(program);
      await make(cluster, `after-${program}`);
      await expect(page.getByRole('link', { name: `after-${program}`, exact: true })).toBeVisible();
      await expect(sign(page, 'Live')).toBeVisible();
    }
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  });

  test('etcd: what cannot be read is not there for none, and comes by itself', async ({
    page,
    open,
    cluster,
    programs,
    provokes,
  }) => {
    provokes({ status: 'any', path: /^\/clusters-api\// });
    await open('/deployments');
    await expect(sign(page, 'Live')).toBeVisible();
    // The API server goes on telling what it knows, and without etcd nothing can change. What it is asked anew has no answer.
    await programs.kill('etcd');
    await page.getByRole('link', { name: words.ipPools }).click();
    await expect(sign(page, /Loading|Could not be read/)).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(/No (IP )?pools|Not installed|No permission/);
    await programs.start('etcd');
    await expect(page.getByRole('link', { name: 'net6-shared-v4', exact: true })).toBeVisible();
    await expect(sign(page, 'Live')).toBeVisible();
    await page.getByRole('link', { name: words.deployments }).click();
    await make(cluster, 'made-afterwards');
    await expect(page.getByRole('link', { name: 'made-afterwards', exact: true })).toBeVisible();
    await expect(sign(page, 'Live')).toBeVisible();
  });

  test('the API server is gone when Create is pressed: said, kept, and made once afterwards', async ({
    page,
    open,
    cluster,
    programs,
    provokes,
  }) => {
    provokes({ status: 'any', path: /^\/clusters-api\// });
    await open(createPage);
    const wizard = await fill(page, 'made-once');
    const creations = countCreations(page);
    await programs.kill('kube-apiserver');
    await wizard.create();
    await expect(
      page.getByRole('alert').filter({ hasText: 'Deployment made-once was not created' }),
    ).toBeVisible();
    await programs.start('kube-apiserver');
    // What others can do again, the page can.
    await make(cluster, 'of-somebody-else');
    await wizard.create();
    await expectPodNics(page, 2, { net1: ['auto4-made-once-net1-', /10\.6\.\d+\.\d+\/16/] });
    expect(creations()).toBeLessThanOrEqual(2);
    expect((await namesOf(cluster)).filter((name) => name.startsWith('made-once'))).toEqual(['made-once']);
  });

  test('etcd is gone while Create waits: nothing is made twice', async ({
    page,
    open,
    cluster,
    programs,
    provokes,
  }) => {
    provokes({ status: 'any', path: /^\/clusters-api\// });
    await open(createPage);
    const wizard = await fill(page, 'waited-for');
    const creations = countCreations(page);
    await programs.kill('etcd');
    await wizard.create();
    await expect(page.getByRole('status', { name: 'Progress' })).toBeVisible();
    await programs.start('etcd');
    const created = page.getByRole('heading', { name: 'waited-for', exact: true });
    const refused = page.getByRole('alert').filter({ hasText: 'Deployment waited-for was not created' });
    await expect(created.or(refused)).toBeVisible();
    const again = await refused.isVisible();
    if (again) await wizard.create();
    await expectPodNics(page, 2, { net1: ['auto4-waited-for-net1-', /10\.6\.\d+\.\d+\/16/] });
    expect(creations()).toBeLessThanOrEqual(again ? 2 : 1);
    expect((await namesOf(cluster)).filter((name) => name.startsWith('waited-for'))).toEqual(['waited-for']);
  });

  test('without controller and agent Pods wait, say why, and get their addresses when both are back', async ({
    page,
    open,
    programs,
  }) => {
    await open(createPage);
    const wizard = await fill(page, 'patient');
    const creations = countCreations(page);
    await programs.kill('spiderpool-agent');
    await programs.kill('spiderpool-controller');
    await wizard.create();
    const why = page.getByRole('alert').filter({ hasText: 'net1' });
    await expect(why.first()).toContainText('agent');
    await programs.start('spiderpool-agent');
    // There is an agent, but nobody has made the pool.
    await expect(why.first()).not.toContainText('agent');
    await programs.start('spiderpool-controller');
    await expectPodNics(page, 2, { net1: ['auto4-patient-net1-', /10\.6\.\d+\.\d+\/16/] });
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
    expect(creations()).toBe(1);
  });
});
