import { expect, test, type Language, type TestCluster } from './fixtures.ts';
import { expectPodNics, wizardOf } from './wizard.ts';
import { wordsOf } from './words.ts';

const createPage = '/deployments/create?namespace=default';
const pools = '/apis/spiderpool.spidernet.io/v2beta1/spiderippools';

interface PoolList {
  items: {
    metadata: { name: string; labels?: Record<string, string> };
    status?: { totalIPCount?: number };
  }[];
}

async function poolsOf(cluster: TestCluster, workload: string): Promise<Record<string, number | undefined>> {
  const { items } = await cluster.read<PoolList>(
    `${pools}?labelSelector=ipam.spidernet.io/owner-application-name=${workload}`,
  );
  // The last part of an auto pool's name is taken from the workload's UID.
  return Object.fromEntries(
    items.map(({ metadata, status }) => [metadata.name.replace(/-[0-9a-f]{5}$/, ''), status?.totalIPCount]),
  );
}

for (const language of ['en-US', 'zh-CN'] as const satisfies readonly Language[]) {
  const words = wordsOf(language);

  test.describe(language, () => {
    test.use({ language });

    test('three NICs with chosen pools, one of them dual stack', async ({ page, open }) => {
      await open(createPage);
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'manual', replicas: 2 });
      const net1 = await wizard.addNic('kube-system/macvlan-ens192');
      await wizard.source('pools');
      await wizard.pick(net1, words.pools4, 'net6-shared-v4');
      await wizard.pick(net1, words.pools6, 'net6-shared-v6');
      const net2 = await wizard.addNic('kube-system/macvlan-ens224');
      await wizard.pick(net2, words.pools4, 'net7-shared-v4');
      const net3 = await wizard.addNic('kube-system/ipvlan-ens192');
      await wizard.pick(net3, words.pools4, 'ipvlan-default-v4');
      await expect(wizard.preview()).toContainText('ipam.spidernet.io/ippools');
      await expect(wizard.preview()).not.toContainText('ipam.spidernet.io/subnets');
      await wizard.create();
      await expectPodNics(page, 2, {
        eth0: ['10.233.'],
        net1: [
          'kube-system/macvlan-ens192',
          /10\.6\.\d+\.\d+\/16/,
          /fd00:10:6::[0-9a-f]+\/64/,
          'net6-shared-v4',
          'net6-shared-v6',
        ],
        net2: ['kube-system/macvlan-ens224', /10\.7\.\d+\.\d+\/16/, 'net7-shared-v4'],
        net3: ['kube-system/ipvlan-ens192', 'ipvlan-default-v4'],
      });
    });

    test('a pool for this application alone', async ({ page, open }) => {
      await open(createPage);
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'web', replicas: 1 });
      const net1 = await wizard.addNic('kube-system/macvlan-ens192');
      await wizard.source('pools');
      await wizard.pick(net1, words.pools4, 'net6-web-v4');
      await wizard.create();
      await expectPodNics(page, 1, { net1: ['net6-web-v4'] });
    });

    test('fixed pools from two subnets, which grow with the replicas and go with the workload', async ({
      page,
      open,
      cluster,
    }) => {
      await open(createPage);
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'fixed', replicas: 3 });
      const net1 = await wizard.addNic('kube-system/macvlan-ens192');
      await wizard.source('fixed');
      await page.getByRole('textbox', { name: words.elasticCount }).fill('2');
      await wizard.pick(net1, words.subnet4, 'subnet-6');
      const net2 = await wizard.addNic('kube-system/macvlan-ens224');
      await wizard.pick(net2, words.subnet4, 'subnet-7');
      await expect(wizard.preview()).toContainText('"+2"');
      await wizard.create();
      await expectPodNics(page, 3, { net1: ['auto4-fixed-net1-'], net2: ['auto4-fixed-net2-'] });
      expect(await poolsOf(cluster, 'fixed')).toEqual({ 'auto4-fixed-net1': 5, 'auto4-fixed-net2': 5 });

      await page.getByRole('button', { name: words.scale, exact: true }).click();
      const scale = page.getByRole('dialog');
      await scale.getByRole('textbox', { name: words.replicas }).fill('5');
      await scale.getByRole('button', { name: words.scale, exact: true }).click();
      await expectPodNics(page, 5, { net1: [/10\.6\.\d+\.\d+\/16/], net2: [/10\.7\.\d+\.\d+\/16/] });
      expect(await poolsOf(cluster, 'fixed')).toEqual({ 'auto4-fixed-net1': 7, 'auto4-fixed-net2': 7 });

      await page.getByRole('button', { name: words.delete, exact: true }).click();
      const remove = page.getByRole('dialog');
      await expect(remove.getByRole('button', { name: words.delete, exact: true })).toBeDisabled();
      await remove.getByRole('textbox').fill('fixed');
      await remove.getByRole('button', { name: words.delete, exact: true }).click();
      await expect(page.getByRole('heading', { name: words.deployments })).toBeVisible();
      await expect.poll(() => poolsOf(cluster, 'fixed'), { timeout: 40_000 }).toEqual({});
    });

    test('the default pools of the attachments', async ({ page, open }) => {
      await open(createPage);
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'defaults', replicas: 1 });
      await wizard.addNic('kube-system/macvlan-ens192');
      await wizard.source('defaults');
      await expect(wizard.nic('net1')).toContainText('ens192-default-v4');
      await expect(wizard.preview()).not.toContainText('ipam.spidernet.io');
      await wizard.create();
      await expectPodNics(page, 1, { net1: ['ens192-default-v4', 'ens192-default-v6'] });
    });

    test('SR-IOV brings its device resource', async ({ page, open }) => {
      await open(createPage);
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'sriov', replicas: 1 });
      const net1 = await wizard.addNic('kube-system/sriov-ens224');
      await wizard.source('pools');
      await wizard.pick(net1, words.pools4, 'sriov-default-v4');
      await expect(wizard.preview()).toContainText('spidernet.io/sriov_netdevice: "1"');
      await wizard.create();
      await expectPodNics(page, 1, { net1: ['sriov-default-v4', /0000:04:/] });
    });

    test('a custom route and the NIC of the default route', async ({ page, open, cluster }) => {
      await open(createPage);
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'routed', replicas: 1 });
      const net1 = await wizard.addNic('kube-system/macvlan-ens192');
      await wizard.source('pools');
      await wizard.pick(net1, words.pools4, 'net6-shared-v4');
      await page.getByRole('button', { name: words.addRoute }).click();
      await page.getByRole('textbox', { name: words.routeDestination }).fill('192.168.50.0/24');
      await page.getByRole('textbox', { name: words.routeGateway }).fill('10.6.0.254');
      await expect(
        page.getByRole('listitem').filter({ has: page.getByRole('textbox', { name: words.routeGateway }) }),
      ).toContainText('net1');
      await page.getByRole('combobox', { name: words.defaultRoute }).click();
      await page.getByRole('option', { name: 'net1' }).click();
      await wizard.create();
      await expectPodNics(page, 1, { net1: ['net6-shared-v4'] });
      const { spec } = await cluster.read<{
        spec: { template: { metadata: { annotations: Record<string, string> } } };
      }>('/apis/apps/v1/namespaces/default/deployments/routed');
      expect(spec.template.metadata.annotations).toMatchObject({
        'ipam.spidernet.io/routes': '[{"dst":"192.168.50.0/24","gw":"10.6.0.254"}]',
        'ipam.spidernet.io/default-route-nic': 'net1',
      });
    });

    test('a rolling update that would stop is seen before it is submitted, and mended with one click', async ({
      page,
      open,
      cluster,
    }) => {
      await open(createPage);
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'rolling', replicas: 3 });
      const net1 = await wizard.addNic('kube-system/macvlan-ens192');
      await wizard.source('fixed');
      await page.getByRole('textbox', { name: words.elasticCount }).fill('0');
      await wizard.pick(net1, words.subnet4, 'subnet-6');
      await expect(net1).toContainText(words.rolloutStops);
      await wizard.create();
      await expect(net1).toContainText(words.rolloutStops);
      const { status } = await cluster.api('/apis/apps/v1/namespaces/default/deployments/rolling');
      expect(status).toBe(404);

      await net1.getByRole('button', { name: words.elasticRemedy }).click();
      await expect(net1).not.toContainText(words.rolloutStops);
      await expect(net1).toContainText(words.enoughAddresses);
      await expect(page.getByRole('textbox', { name: words.elasticCount })).toHaveValue('1');
      await wizard.create();
      await expectPodNics(page, 3, { net1: ['auto4-rolling-net1-', /10\.6\.\d+\.\d+\/16/] });
    });

    test('a Pod that gets no address says why', async ({ page, open }) => {
      await open(createPage);
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'starved', replicas: 3 });
      const net1 = await wizard.addNic('kube-system/macvlan-no-pools');
      await wizard.source('pools');
      await wizard.pick(net1, words.pools4, 'small-v4');
      await wizard.create();
      await expectPodNics(page, 3, { net1: ['small-v4'] });
      // The pool has six addresses; the wizard would not have let a seventh Pod through.
      await page.getByRole('button', { name: words.scale, exact: true }).click();
      const scale = page.getByRole('dialog');
      await scale.getByRole('textbox', { name: words.replicas }).fill('7');
      await scale.getByRole('button', { name: words.scale, exact: true }).click();
      await expect(page.getByText(words.waitingForAddress)).toBeVisible();
      await expect(page.getByRole('alert').filter({ hasText: 'small-v4' })).toContainText('net1');
    });
  });
}

test.describe('underlay eth0', () => {
  // One after the other: where clusters take long to start, each gets that of the one before.
  test.describe.configure({ mode: 'default' });
  test.use({ scenario: 'underlay-eth0' });
  for (const language of ['en-US', 'zh-CN'] as const) {
    test.describe(language, () => {
      test.use({ language });
      test('eth0 gets a pool of its own, and added NICs follow', async ({ page, open }) => {
        const words = wordsOf(language);
        await open(createPage);
        const wizard = wizardOf(page, words);
        await wizard.fillUntilNics({ name: 'underlay', replicas: 1 });
        await wizard.source('defaults');
        await wizard.create();
        await expectPodNics(page, 1, { eth0: [/\/16|\/24/] });
      });
    });
  }
});
