import { describe, expect, it } from 'vitest';
import { podTemplate } from '../../scenarios/objects/workload-objects.ts';
import type { KubeObject, NewKubeObject } from '../../store/store.ts';
import { createBench } from '../bench.ts';
import type { Bench } from '../bench.ts';
import { bareCluster, pool6, pool7 } from '../bench-objects.ts';
import { annotations, ENDPOINTS, POOLS } from '../names.ts';

const json = JSON.stringify;
const SETS = 'apps/v1/statefulsets';

const pod = (net1: string, net2 = 'seven') => ({
  [annotations.networks]: 'kube-system/net-a,kube-system/net-b',
  [annotations.pools]: json([
    { interface: 'net1', ipv4: [net1] },
    { interface: 'net2', ipv4: [net2] },
  ]),
});

function statefulSet(replicas: number, more: Record<string, unknown> = {}): NewKubeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'db', namespace: 'default' },
    spec: {
      replicas,
      serviceName: 'db',
      selector: { matchLabels: { app: 'db' } },
      template: podTemplate('db', { annotations: pod('six') }),
      ...more,
    },
  };
}

const pools = [pool6('six', 1), pool6('six-more', 2), pool7('seven', 1)];

/** What each Pod of `db` holds, by name: `net1 net2`. */
function held(bench: Bench): Record<string, string> {
  return Object.fromEntries(
    bench.store.list(ENDPOINTS).map((endpoint: KubeObject) => {
      const nics = bench.nics(endpoint);
      return [endpoint.metadata.name, `${nics.net1?.ipv4} ${nics.net2?.ipv4}`];
    }),
  );
}

describe('the addresses of a StatefulSet (reference 6.1)', () => {
  it('stay with the name of the Pod', () => {
    const bench = createBench([...bareCluster, ...pools, statefulSet(2)]);
    bench.run(20);
    const before = held(bench);
    expect(before).toEqual({ 'db-0': '10.6.1.1/16 10.7.1.1/16', 'db-1': '10.6.1.2/16 10.7.1.2/16' });
    expect(bench.store.list(ENDPOINTS).map(({ metadata }) => metadata.ownerReferences)).toEqual([
      undefined,
      undefined,
    ]);
    const [first] = bench.pods('db');
    bench.remove('v1/pods', 'default', 'db-0');
    bench.run(60);
    const [again] = bench.pods('db');
    expect(again?.metadata.uid).not.toBe(first?.metadata.uid);
    expect(held(bench)).toEqual(before);
    const { allocatedIPs } = (bench.store.get(POOLS, undefined, 'six')?.status ?? {}) as {
      allocatedIPs: string;
    };
    expect(JSON.parse(allocatedIPs)).toMatchObject({
      '10.6.1.1': { pod: 'default/db-0', podUid: again?.metadata.uid },
    });
  });

  it.each([
    { mode: 'ippools', annotated: pod('six') },
    {
      mode: 'the pools of the cluster',
      annotated: { [annotations.networks]: 'kube-system/net-a,kube-system/net-b' },
    },
  ])('stay although lower addresses have become free, from $mode', ({ annotated }) => {
    const bench = createBench([
      ...bareCluster,
      pool6('six', 1, { ips: ['10.6.1.5-10.6.1.9'], multusName: ['net-a'], default: true }),
      pool7('seven', 1, { ips: ['10.7.1.5-10.7.1.9'], multusName: ['net-b'], default: true }),
      statefulSet(1, { template: podTemplate('db', { annotations: annotated }) }),
    ]);
    bench.run(20);
    for (const [name, net] of [
      ['six', 6],
      ['seven', 7],
    ] as const) {
      bench.change(POOLS, undefined, name, (object) => {
        object.spec = { ...(object.spec as object), ips: [`10.${net}.1.1-10.${net}.1.9`] };
      });
    }
    bench.remove('v1/pods', 'default', 'db-0');
    bench.run(60);
    expect(held(bench)).toEqual({ 'db-0': '10.6.1.5/16 10.7.1.5/16' });
  });

  it('do not, when the feature is off', () => {
    const bench = createBench([...bareCluster, ...pools, statefulSet(1)], { enableStatefulSet: false });
    bench.run(20);
    expect(bench.store.list(ENDPOINTS)[0]?.metadata.ownerReferences).toHaveLength(1);
  });

  it('are given back when the StatefulSet shrinks', () => {
    const bench = createBench([...bareCluster, ...pools, statefulSet(2)]);
    bench.run(20);
    bench.change(SETS, 'default', 'db', (object) => {
      object.spec = { ...(object.spec as object), replicas: 1 };
    });
    bench.run(60);
    expect(held(bench)).toEqual({ 'db-0': '10.6.1.1/16 10.7.1.1/16' });
    expect(bench.store.get(POOLS, undefined, 'six')?.status).toMatchObject({ allocatedIPCount: 1 });
  });

  it('are given back with the StatefulSet', () => {
    const bench = createBench([...bareCluster, ...pools, statefulSet(2)]);
    bench.run(20);
    bench.remove(SETS, 'default', 'db');
    bench.run(60);
    expect(held(bench)).toEqual({});
    expect(bench.store.get(POOLS, undefined, 'six')?.status).toMatchObject({ allocatedIPCount: 0 });
  });

  it('respect the ordinal that a StatefulSet begins with', () => {
    const bench = createBench([...bareCluster, ...pools, statefulSet(1, { ordinals: { start: 5 } })]);
    bench.run(20);
    const before = held(bench);
    expect(Object.keys(before)).toEqual(['db-5']);
    bench.remove('v1/pods', 'default', 'db-5');
    bench.run(60);
    expect(held(bench)).toEqual(before);
  });

  it.each([
    { changed: 'net1', pools: ['six-more', 'seven'], expected: '10.6.2.1/16 10.7.1.1/16' },
    { changed: 'net2', pools: ['six', 'seven-more'], expected: '10.6.1.1/16 10.7.2.1/16' },
    { changed: 'both', pools: ['six-more', 'seven-more'], expected: '10.6.2.1/16 10.7.2.1/16' },
  ])(
    'change for the NICs whose pools have changed, and for no other: $changed',
    ({ pools: names, expected }) => {
      const bench = createBench([...bareCluster, ...pools, pool7('seven-more', 2), statefulSet(1)]);
      bench.run(20);
      bench.change(SETS, 'default', 'db', (object) => {
        const { template } = object.spec as {
          template: { metadata: { annotations: Record<string, string> } };
        };
        template.metadata.annotations = pod(names[0] ?? '', names[1]);
      });
      bench.run(60);
      expect(held(bench)).toEqual({ 'db-0': expected });
      const counts = bench.store
        .list(POOLS)
        .map((object) => [
          object.metadata.name,
          (object.status as { allocatedIPCount: number }).allocatedIPCount,
        ]);
      expect(Object.fromEntries(counts)).toEqual({
        six: 0,
        'six-more': 0,
        seven: 0,
        'seven-more': 0,
        ...Object.fromEntries(names.map((name) => [name, 1])),
      });
    },
  );
});
