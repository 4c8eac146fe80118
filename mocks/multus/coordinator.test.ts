import { describe, expect, it } from 'vitest';
import { macvlan } from '../scenarios/objects/attachment-objects.ts';
import { deployment } from '../scenarios/objects/workload-objects.ts';
import { createBench } from '../spiderpool/bench.ts';
import { bareCluster, pool6 } from '../spiderpool/bench-objects.ts';
import { annotations, COORDINATORS } from '../spiderpool/names.ts';
import { failureOf, web } from './bench-web.ts';

const json = JSON.stringify;

describe('the coordinator (reference 1.9, 2.6 and 7.2, 14 to 16)', () => {
  const networks = { [annotations.networks]: 'kube-system/net-a,kube-system/net-b' };
  const plugin = (name: string) => `[POD:${name}]: error adding container to network "${name}": `;

  it.each([
    { nic: 'eth0', fails: undefined },
    { nic: 'net1', fails: undefined },
    { nic: 'net2', fails: 'net-a' },
    { nic: 'net9', fails: 'net-a' },
    { nic: '', fails: undefined },
  ])('15: default-route-nic "$nic" has to be there when the coordinator runs', ({ nic, fails }) => {
    const bench = web({ ...networks, [annotations.defaultRouteNic]: nic });
    if (fails === undefined) expect(bench.failure('web')).toBeUndefined();
    else
      expect(failureOf(bench)).toBe(
        `${plugin(fails)}failed to tunePodRoutes: podDefaultRouteNIC: ${nic} don't exist in pod`,
      );
  });

  it('15: the attachment beats the Pod', () => {
    const objects = [
      macvlan('kube-system/stubborn', {
        master: 'ens192',
        coordinator: { podDefaultRouteNIC: 'net7', tunePodRoutes: true },
      }),
    ];
    const bench = web(
      {
        [annotations.networks]: 'kube-system/stubborn',
        [annotations.defaultRouteNic]: 'eth0',
        [annotations.pool]: json({ ipv4: ['free'] }),
      },
      { objects: [...objects, pool6('free', 3)] },
    );
    expect(failureOf(bench)).toBe(
      `${plugin('stubborn')}failed to tunePodRoutes: podDefaultRouteNIC: net7 don't exist in pod`,
    );
  });

  it.each([
    {
      title: 'underlay on net1 beside an overlay eth0',
      mode: 'underlay',
      pod: { [annotations.networks]: 'kube-system/odd' },
      text: 'when creating interface net1 in underlay mode, it detects that the auxiliary interface eth0 was not created by previous interface. please enable coordinator plugin in previous interface',
    },
    {
      title: 'overlay on eth0',
      mode: 'overlay',
      pod: { [annotations.defaultNetwork]: 'kube-system/odd' },
      text: 'when creating interface eth0 in overlay mode, it detects that the current interface is first interface named eth0, this plugin should not work for it. please modify in the CNI configuration',
    },
    {
      title: 'overlay on net1 beside an underlay eth0',
      mode: 'overlay',
      pod: { [annotations.defaultNetwork]: 'kube-system/net-b', [annotations.networks]: 'kube-system/odd' },
      text: 'when creating interface net1 in overlay mode, it detects that the auxiliary interface veth0 of underlay mode exists. It seems that the previous interface work in underlay mode. ',
    },
  ])('16: $title', ({ mode, pod, text }) => {
    const bench = web(
      { ...pod, [annotations.pool]: json({ ipv4: ['free'] }) },
      {
        objects: [macvlan('kube-system/odd', { master: 'ens192', coordinator: { mode } }), pool6('free', 3)],
      },
    );
    expect(failureOf(bench)).toBe(`${plugin('odd')}${text}`);
  });

  it('16: the mode auto follows eth0, overlay or underlay', () => {
    const added = { [annotations.networks]: 'kube-system/net-b' };
    for (const pod of [added, { ...added, [annotations.defaultNetwork]: 'kube-system/net-a' }]) {
      const bench = web(pod);
      expect(bench.failure('web')).toBeUndefined();
      expect(bench.pods('web')[0]?.status).toMatchObject({ phase: 'Running' });
    }
  });

  it('14: is not ready', () => {
    const bench = createBench([...bareCluster, pool6('six', 1)]);
    bench.run(1);
    bench.store.modify(
      COORDINATORS,
      undefined,
      'default',
      (object) => {
        object.status = { phase: 'NotReady' };
      },
      { subresource: 'status' },
    );
    bench.create(
      deployment('default', 'web', {
        annotations: {
          [annotations.networks]: 'kube-system/net-a',
          [annotations.pool]: json({ ipv4: ['six'] }),
        },
      }),
    );
    bench.run(5);
    expect(failureOf(bench)).toBe(
      `${plugin('net-a')}failed to GetCoordinatorConfig: [GET /coordinator/config][500] getCoordinatorConfigFailure  spidercoordinator: default no ready`,
    );
  });

  it('14: is not there', () => {
    const bench = createBench([...bareCluster, pool6('six', 1)]);
    bench.run(1);
    bench.remove(COORDINATORS, undefined, 'default');
    bench.run(1);
    bench.create(
      deployment('default', 'web', {
        annotations: {
          [annotations.networks]: 'kube-system/net-a',
          [annotations.pool]: json({ ipv4: ['six'] }),
        },
      }),
    );
    bench.run(5);
    expect(failureOf(bench)).toContain('getCoordinatorConfigFailure  coordinator config not found');
  });
});
