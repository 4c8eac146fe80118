import { expect, test, type Language } from './fixtures.ts';
import { expectPodNics, wizardOf } from './wizard.ts';
import { wordsOf } from './words.ts';

interface Pool {
  status: { allocatedIPs: string };
}

const poolPath = '/apis/spiderpool.spidernet.io/v2beta1/spiderippools/net7-full-v4';

for (const language of ['en-US', 'zh-CN'] as const satisfies readonly Language[]) {
  const words = wordsOf(language);

  test.describe(language, () => {
    test.use({ language });

    test('pools are listed, found by an address, and lead to their subnet', async ({ page, open }) => {
      await open('/deployments');
      const nav = page.getByRole('navigation', { name: words.clusterNavigation });
      await nav.getByRole('link', { name: words.ipPools }).click();
      const rows = page.getByRole('row');
      const row = rows.filter({ has: page.getByRole('link', { name: 'net6-shared-v4', exact: true }) });
      await expect(row).toContainText(words.freeOf.replace('F', '46').replace('T', '50'));
      await expect(row).toContainText(words.reserved.replace('N', '2'));
      await expect(rows.filter({ hasText: 'net6-disabled-v4' })).toContainText(words.disabled);
      await page.getByRole('searchbox', { name: words.poolSearch }).fill('10.6.10.33');
      await expect(rows).toHaveCount(2);
      await expect(row).toBeVisible();
      await row.getByRole('link', { name: 'subnet-6' }).click();
      await expect(page.getByRole('heading', { name: 'subnet-6', exact: true })).toBeVisible();
      // 290 addresses, 140 of them handed to the pools of the scenario.
      await expect(page.getByRole('region', { name: words.counts })).toContainText(/290.*−140.*−0.*=150/);
      const shares = page.getByRole('region', { name: words.poolsOfSubnet });
      await shares.getByRole('link', { name: 'net6-shared-v4' }).click();
      await expect(page.getByRole('heading', { name: 'net6-shared-v4', exact: true })).toBeVisible();
      await page.goBack();
      await page.goBack();
      await expect(page.getByRole('searchbox', { name: words.poolSearch })).toHaveValue('10.6.10.33');
    });

    test('a pool shows who holds an address, on the map and in the table, and follows the cluster', async ({
      page,
      open,
      cluster,
    }) => {
      const { status } = await cluster.read<Pool>(poolPath);
      const held = JSON.parse(status.allocatedIPs) as Record<string, { pod: string }>;
      const pod = held['10.7.10.121']?.pod ?? 'nobody';
      await open('/ippools/net7-full-v4');
      const counts = page.getByRole('region', { name: words.counts });
      await expect(counts).toContainText(/3.*−3.*−0.*=0/);
      await expect(page.getByRole('button', { name: words.createWithPool })).toBeDisabled();
      const table = page.getByRole('region', { name: words.addresses, exact: true }).getByRole('table');
      const line = table.getByRole('row').filter({ hasText: '10.7.10.121' });
      await expect(line).toContainText(pod);
      await expect(line).toContainText('net1');

      const map = page.getByRole('application', { name: words.map });
      await map.focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      const said = page.getByRole('region', { name: words.map }).getByRole('status');
      await expect(said).toHaveText(new RegExp(`^10\\.7\\.10\\.121[:：] ?${words.inUse}[,，] ?${pod}$`));
      await page.keyboard.press('Enter');
      await expect(table.getByRole('row')).toHaveCount(2);
      await expect(line).toBeVisible();
      expect(new URL(page.url()).searchParams.get('address')).toBe('10.7.10.121');
      await page.keyboard.press('Escape');
      await expect(table.getByRole('row')).toHaveCount(4);

      const scale = JSON.stringify({ spec: { replicas: 0 } });
      await cluster.api('/apis/apps/v1/namespaces/default/deployments/other', {
        method: 'PATCH',
        headers: { 'content-type': 'application/merge-patch+json' },
        body: scale,
      });
      await expect(counts).toContainText(/3.*−0.*−0.*=3/, { timeout: 60_000 });
      await expect(page.getByText(pod)).toHaveCount(0);
      await expect(page.getByRole('button', { name: words.createWithPool })).toBeEnabled();
    });

    test('a link from a pool fills the form, and its workload is drawn down to the VLAN', async ({
      page,
      open,
    }) => {
      await open('/ippools/net7-sriov-only-v4');
      await page.getByRole('button', { name: words.createWithPool }).click();
      await expect(page.getByText(words.linkedPool.replace('{pool}', 'net7-sriov-only-v4'))).toBeVisible();
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'linked', replicas: 1 });
      // The pool is bound to one attachment: net1 has it already.
      await expect(wizard.nic('net1')).toContainText('sriov-ens224');
      await wizard.create();
      await expectPodNics(page, 1, {
        net1: ['kube-system/sriov-ens224', /10\.7\.10\.11\d/, 'net7-sriov-only-v4'],
      });
      await page.getByRole('tab', { name: words.topology }).click();
      const picture = page.getByRole('group', { name: words.topologyTitle });
      await expect(picture).toContainText(words.freeOf.replace('F', '9').replace('T', '10'));
      await picture.getByRole('link', { name: 'net7-sriov-only-v4' }).click();
      const users = page.getByRole('region', { name: words.poolUsers });
      await expect(users.getByRole('link', { name: 'linked' })).toBeVisible();
    });

    test('a link from a pool of a team or an application starts where the pool serves', async ({
      page,
      open,
    }) => {
      await open('/ippools/net6-team-a-v4');
      await page.getByRole('button', { name: words.createWithPool }).click();
      await expect(page.getByText(words.givenNamespace)).toBeVisible();
      const wizard = wizardOf(page, words);
      await wizard.fillUntilNics({ name: 'of-team-a', replicas: 1 });
      const net1 = wizard.nic('net1');
      await expect(net1).not.toContainText(words.willNotWork);
      await wizard.pick(net1, words.attachment, 'kube-system/macvlan-ens192');
      await wizard.create();
      await expect(page).toHaveURL(/\/namespaces\/team-a\/deployments\/of-team-a/);
      await expectPodNics(page, 1, { net1: [/10\.6\.10\.9\d/, 'net6-team-a-v4'] });
    });

    test('a pool that will not serve says so before its attachment is chosen', async ({ page, open }) => {
      await open('/deployments/create?namespace=default&pool=net6-team-a-v4&step=nics');
      const net1 = wizardOf(page, words).nic('net1');
      await expect(net1).toContainText(words.onlyForTeamA);
      await expect(net1).toContainText(words.noneServes);
      await expect(net1.getByRole('button', { name: words.useInstead })).toBeVisible();
      await expect(page.getByRole('figure')).toContainText(words.refusedInPicture);
    });

    test.describe('of a broken cluster', { tag: '@simulated' }, () => {
      test.use({ scenario: 'hostile' });

      test('every page says what cannot be read, and none hangs on all of IPv6', async ({
        page,
        open,
        cluster,
        provokes,
      }) => {
        provokes({ status: 403, path: /\/spidersubnets$/ });
        await open('/ippools');
        await expect(page.getByRole('link', { name: 'bad-ranges', exact: true })).toBeVisible();
        const { items } = await cluster.read<{ items: { metadata: { name: string } }[] }>(
          '/apis/spiderpool.spidernet.io/v2beta1/spiderippools',
        );
        await expect(page.getByRole('row')).toHaveCount(items.length + 1);
        for (const [name, said] of [
          ['everything-v6', words.tooManyForCells],
          ['bad-ranges', words.badRange],
          ['allocations-not-json', words.badAllocations],
          ['counts-of-the-moon', words.disagree],
          ['without-spec', words.noAddresses],
        ] as const) {
          await page.getByRole('link', { name, exact: true }).click();
          await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
          await expect(page.getByText(said).first()).toBeVisible();
          await page.goBack();
        }
        await page.getByRole('link', { name: words.subnets, exact: true }).click();
        await expect(page.getByRole('alert')).toContainText(words.subnetsForbidden);
      });
    });
  });
}
