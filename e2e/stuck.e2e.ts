import { expect, expectAccessible, test, type Language, type TestCluster } from './fixtures.ts';
import { expectPodNics, wizardOf } from './wizard.ts';
import { wordsOf } from './words.ts';

const deployments = '/apis/apps/v1/namespaces/default/deployments';
const networks = 'k8s.v1.cni.cncf.io/networks';
const pools = 'ipam.spidernet.io/ippools';

interface Stored {
  metadata: { generation: number };
  spec: { template: { metadata: { annotations: Record<string, string> } } };
}

async function post(cluster: TestCluster, path: string, body: object): Promise<void> {
  const answer = await cluster.api(path, { method: 'POST', body: JSON.stringify(body) });
  expect(answer.ok, `${path}: ${await answer.clone().text()}`).toBe(true);
}

/** Makes a Deployment as somebody without the console would: nothing checks it beforehand. */
async function apply(
  cluster: TestCluster,
  name: string,
  replicas: number,
  annotations: Record<string, string>,
): Promise<void> {
  const labels = { app: name };
  await post(cluster, deployments, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'default' },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations },
        spec: { containers: [{ name: 'web', image: 'nginx:1.27' }], hostname: 'kept-as-it-is' },
      },
    },
  });
}

for (const language of ['en-US', 'zh-CN'] as const satisfies readonly Language[]) {
  const words = wordsOf(language);

  test.describe(language, () => {
    test.use({ language });

    test('a Pod without an address is explained, and mended in a copy', async ({ page, open, cluster }) => {
      // Five of the six addresses of small-v4 belong to machines outside the cluster.
      await post(cluster, '/apis/spiderpool.spidernet.io/v2beta1/spiderreservedips', {
        apiVersion: 'spiderpool.spidernet.io/v2beta1',
        kind: 'SpiderReservedIP',
        metadata: { name: 'outside' },
        spec: { ipVersion: 4, ips: ['10.9.0.3-10.9.0.7'] },
      });
      const asked = JSON.stringify([{ interface: 'net1', ipv4: ['small-v4'] }]);
      await apply(cluster, 'starved', 2, { [networks]: 'kube-system/macvlan-ens192', [pools]: asked });

      await open('/namespaces/default/deployments/starved');
      const alert = page.getByRole('alert').filter({ hasText: words.noFreeAddress });
      await expect(alert).toContainText('net1');
      await expect(alert).toContainText(words.oneHeldFiveReserved);
      await expect(page.getByText(words.waitingForAddress)).toHaveCount(1);
      await expect(alert).not.toContainText('FailedCreatePodSandBox');
      await alert.getByRole('button', { name: words.why }).click();
      await expect(alert).toContainText('FailedCreatePodSandBox');
      await expectAccessible(page);

      await alert.getByRole('button', { name: words.mend }).click();
      const wizard = wizardOf(page, words);
      const net1 = wizard.nic('net1');
      await expect(
        net1.getByRole('button', { name: new RegExp(`^${words.pools4.replaceAll(/[()]/g, '.')}`) }),
      ).toBeFocused();
      await expect(page.getByText(words.copyOfStarved)).toBeAttached();
      await expect(wizard.preview()).toContainText('starved-copy');
      await net1.getByRole('button', { name: `${words.remove} small-v4` }).click();
      await wizard.pick(net1, words.pools4, 'net6-shared-v4');
      const steps = page.getByRole('navigation').getByRole('button');
      await steps.filter({ hasText: words.basics }).click();
      await page.getByRole('textbox', { name: words.workloadName }).fill('mended');
      await expect(wizard.preview()).toContainText('hostname: kept-as-it-is');
      await steps.filter({ hasText: words.advanced }).click();
      await wizard.create();
      await expect(page.getByRole('heading', { name: 'mended', exact: true })).toBeVisible();
      await expectPodNics(page, 2, { net1: ['net6-shared-v4', /10\.6\.10\.\d+/] });

      const original = await cluster.read<Stored>(`${deployments}/starved`);
      expect(original.metadata.generation).toBe(1);
      expect(original.spec.template.metadata.annotations[pools]).toBe(asked);
    });

    test('requested and reported NICs side by side', async ({ page, open, cluster }) => {
      await apply(cluster, 'lost', 1, { [networks]: 'kube-system/macvlan-ens192,kube-system/no-such-net' });
      await open('/namespaces/default/deployments/lost');
      await expect(page.getByText(words.waitingForNetwork)).toBeVisible();
      await expect(page.getByRole('alert').filter({ hasText: words.missingAttachment })).toContainText(
        'net2',
      );
      await page.getByRole('tab', { name: words.network }).click();
      const row = page
        .getByRole('table', { name: words.askedAndReported })
        .getByRole('row')
        .filter({ hasText: 'net2' });
      await expect(row).toContainText('kube-system/no-such-net');
      await expect(row).toContainText(words.notThereYet);
      await expectAccessible(page);
    });
  });
}
