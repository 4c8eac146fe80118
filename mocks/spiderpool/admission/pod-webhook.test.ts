import { describe, expect, it } from 'vitest';
import { sriov } from '../../scenarios/objects/attachment-objects.ts';
import { namespace } from '../../scenarios/objects/cluster-objects.ts';
import { deployment } from '../../scenarios/objects/workload-objects.ts';
import type { NewKubeObject } from '../../store/store.ts';
import { createBench } from '../bench.ts';
import { bareCluster } from '../bench-objects.ts';
import { annotations } from '../names.ts';

describe('the Pod webhook (reference 1.9)', () => {
  const settings = { podResourceInject: true };
  const tagged = (object: NewKubeObject, key: string): NewKubeObject => ({
    ...object,
    metadata: { ...object.metadata, annotations: { [key]: 'fast' } },
  });
  const rdmaMacvlan: NewKubeObject = {
    apiVersion: 'spiderpool.spidernet.io/v2beta1',
    kind: 'SpiderMultusConfig',
    metadata: { name: 'rdma', namespace: 'kube-system' },
    spec: {
      cniType: 'macvlan',
      macvlan: { master: ['ens192'], rdmaResourceName: 'spidernet.io/rdma', ippools: { ipv4: ['p'] } },
    },
  };
  const configs = (key: string) => [
    tagged(
      sriov('kube-system/vf', { resourceName: 'spidernet.io/sriov_netdevice', pools: { ipv4: ['p'] } }),
      key,
    ),
    tagged(rdmaMacvlan, key),
  ];
  const { rdmaResourceInject, networkResourceInject } = annotations;

  it.each([
    { title: 'on the Pod', key: rdmaResourceInject, onPod: true },
    { title: 'on the Namespace', key: rdmaResourceInject, onPod: false },
    { title: 'for networks', key: networkResourceInject, onPod: true },
  ])('replaces the networks and adds the devices by a tag $title', ({ key, onPod }) => {
    const given = { [key]: 'fast' };
    const bench = createBench(
      [
        ...bareCluster,
        ...configs(key),
        namespace('shop', onPod ? {} : { annotations: given }),
        deployment('shop', 'web', {
          annotations: { [annotations.networks]: 'kube-system/net-a', ...(onPod ? given : {}) },
        }),
      ],
      settings,
    );
    bench.run(1);
    const [pod] = bench.pods('web');
    expect(pod?.metadata.annotations?.[annotations.networks]).toBe('kube-system/rdma,kube-system/vf');
    const limits = { 'spidernet.io/rdma': '1', 'spidernet.io/sriov_netdevice': '1' };
    expect(pod?.spec).toMatchObject({ containers: [{ resources: { limits, requests: limits } }] });
  });

  it.each([
    { title: 'is off', off: true, place: 'shop' },
    { title: 'excludes the namespace', off: false, place: 'kube-system' },
  ])('does nothing when it $title', ({ off, place }) => {
    const bench = createBench(
      [
        ...bareCluster,
        ...configs(rdmaResourceInject),
        namespace('shop'),
        deployment(place, 'web', { annotations: { [rdmaResourceInject]: 'fast' } }),
      ],
      off ? {} : settings,
    );
    bench.run(1);
    expect(bench.pods('web')[0]?.metadata.annotations).not.toHaveProperty([annotations.networks]);
  });

  it('refuses the Pod when no config has the tag, and the ReplicaSet says so', () => {
    const bench = createBench(
      [
        ...bareCluster,
        ...configs(rdmaResourceInject),
        deployment('default', 'web', { annotations: { [rdmaResourceInject]: 'nobody' } }),
      ],
      settings,
    );
    bench.run(5);
    const messages = bench.store
      .list('v1/events')
      .filter(({ reason }) => reason === 'FailedCreate')
      .map(({ message }) => message);
    expect(messages[0]).toBe(
      `Error creating: admission webhook "pods.spiderpool.spidernet.io" denied the request: no spidermultusconfigs with annotation: cni.spidernet.io/rdma-resource-inject:nobody found`,
    );
  });
});
