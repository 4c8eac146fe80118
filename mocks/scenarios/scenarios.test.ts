import { describe, expect, it } from 'vitest';
import { createSimulatedCluster } from '../cluster.ts';
import type { SimulatedCluster } from '../cluster.ts';
import { createManualClock } from '../manual-clock.ts';
import { readAllocations, readPool } from '../spiderpool/resources/pool.ts';
import { annotations, ATTACHMENTS, ENDPOINTS, POOLS, SUBNETS } from '../spiderpool/names.ts';
import { objectOr } from '../store/json.ts';
import type { KubeObject } from '../store/store.ts';
import { deployment } from './objects/workload-objects.ts';
import { pool } from './objects/address-objects.ts';
import type { ScenarioName } from './scenario.ts';
import { scenarios } from './scenarios.ts';

const PODS = 'v1/pods';
const DEPLOYMENTS = 'apps/v1/deployments';
const names = Object.keys(scenarios) as ScenarioName[];
const sound = names.filter((name) => name !== 'hostile' && name !== 'crowded');

interface Played extends Pick<SimulatedCluster, 'store' | 'api'> {
  run: (seconds: number) => void;
  mistakes: unknown[];
}

function play(scenario: ScenarioName): Played {
  const clock = createManualClock();
  const mistakes: unknown[] = [];
  const { store, api } = createSimulatedCluster({
    scenario,
    clock,
    report: (error) => void mistakes.push(error),
  });
  return { store, api, mistakes, run: (seconds) => clock.advance(seconds * 1000) };
}

const statusOf = (object: KubeObject | undefined) => objectOr(object?.status);

describe.each(sound)('the scenario %s', (name) => {
  const played = play(name);

  it('has every Pod running before the first request', () => {
    const phases = played.store
      .list(PODS)
      .map(({ metadata, status }) => `${metadata.name} ${String(objectOr(status).phase)}`);
    expect(phases.filter((line) => !line.endsWith(' Running'))).toEqual([]);
  });

  it('has counters that are true', () => {
    for (const object of played.store.list(POOLS)) {
      const records = readAllocations(readPool(object).allocatedText);
      expect([object.metadata.name, statusOf(object).allocatedIPCount]).toEqual([
        object.metadata.name,
        Object.keys(records).length,
      ]);
    }
  });

  it('says what it is, in a sentence', () => {
    expect(scenarios[name].description).toMatch(/^[A-Z].*\.$/s);
  });

  it('makes no mistake', () => {
    played.run(600);
    expect(played.mistakes).toEqual([]);
  });
});

describe('demo', () => {
  const { store, api, run } = play('demo');

  it('has an exhausted pool, held by the Pods of a workload', () => {
    const full = store.get(POOLS, undefined, 'net7-full-v4');
    expect(statusOf(full)).toMatchObject({ totalIPCount: 3, allocatedIPCount: 3 });
    const holders = Object.values(readAllocations(readPool(full as KubeObject).allocatedText)).map(
      (record) => record.pod,
    );
    expect(holders).toEqual(Array(3).fill(expect.stringMatching(/^default\/other-/)));
  });

  it('has attachments of every kind', () => {
    const ids = store.list(ATTACHMENTS).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    expect(ids).toEqual([
      'kube-system/broken-json',
      'kube-system/calico',
      'kube-system/ipvlan-ens192',
      'kube-system/macvlan-ens192',
      'kube-system/macvlan-ens224',
      'kube-system/macvlan-no-ipam',
      'kube-system/macvlan-no-pools',
      'kube-system/sriov-ens224',
      'team-a/macvlan-vlan100',
    ]);
  });

  it('has a subnet with two addresses left', () => {
    expect(statusOf(store.get(SUBNETS, undefined, 'subnet-small'))).toMatchObject({
      totalIPCount: 8,
      allocatedIPCount: 6,
    });
  });

  it('has a namespace that is terminating and stays so', () => {
    run(60);
    expect(store.get('v1/namespaces', undefined, 'retired')).toMatchObject({
      status: { phase: 'Terminating' },
    });
  });

  it('gives a fixed pool on two subnets, elastic 2, 3 replicas: two pools of 5', () => {
    api.create(
      DEPLOYMENTS,
      deployment('default', 'fixed', {
        replicas: 3,
        annotations: {
          [annotations.networks]: 'kube-system/macvlan-ens192,kube-system/macvlan-ens224',
          [annotations.subnets]: JSON.stringify([
            { interface: 'net1', ipv4: ['subnet-6'] },
            { interface: 'net2', ipv4: ['subnet-7'] },
          ]),
          [annotations.poolIpNumber]: '+2',
        },
      }),
    );
    run(10);
    const made = store.list(POOLS, { labels: { 'ipam.spidernet.io/owner-application-name': 'fixed' } });
    expect(made.map(({ spec }) => objectOr(spec).ips)).toEqual([
      ['10.6.168.101-10.6.168.105'],
      ['10.7.168.101-10.7.168.105'],
    ]);
    expect(made.map(statusOf)).toMatchObject([{ allocatedIPCount: 3 }, { allocatedIPCount: 3 }]);
  });
});

describe('underlay-eth0', () => {
  it('runs a Deployment that only names a pool', () => {
    const { store, api, run } = play('underlay-eth0');
    api.create(
      POOLS,
      pool('testingippool', { subnet: '172.22.40.0/24', ips: ['172.22.40.40-172.22.40.42'] }),
    );
    api.create(
      DEPLOYMENTS,
      deployment('default', 'workload01', {
        replicas: 3,
        annotations: { [annotations.pool]: '{"ipv4": ["testingippool"]}' },
      }),
    );
    run(10);
    const pods = store.list(PODS, { labels: { app: 'workload01' } });
    const addresses = pods.map((pod) => String(statusOf(pod).podIP));
    expect(addresses.toSorted()).toEqual(['172.22.40.40', '172.22.40.41', '172.22.40.42']);
    expect(
      store.list(ENDPOINTS).filter(({ status }) => objectOr(status).ownerControllerName === 'workload01'),
    ).toHaveLength(3);
  });
});

describe('auto-pool-off', () => {
  it('makes a subnet an error', () => {
    const { store, api, run } = play('auto-pool-off');
    api.create(
      DEPLOYMENTS,
      deployment('default', 'fixed', {
        annotations: {
          [annotations.networks]: 'kube-system/macvlan-ens192',
          [annotations.subnets]: '[{"interface":"net1","ipv4":["subnet-6"]}]',
        },
      }),
    );
    run(5);
    const messages = store.list('v1/events').map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringContaining('annotation when Auto-Pool feature is disabled'));
  });
});

describe('no-spiderpool', () => {
  it('does not know the resources of Spiderpool and Multus', () => {
    const { api } = play('no-spiderpool');
    expect([POOLS, ATTACHMENTS].map((resource) => api.catalogue.get(resource))).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('gives Pods one address, and looks at no annotation', () => {
    const { store, api, run } = play('no-spiderpool');
    api.create(DEPLOYMENTS, deployment('default', 'web', { annotations: { [annotations.networks]: '[{' } }));
    run(5);
    const [web] = store.list(PODS, { labels: { app: 'web' } });
    expect(statusOf(web)).toMatchObject({ phase: 'Running' });
    expect(web?.metadata.annotations).not.toHaveProperty([annotations.networkStatus]);
  });
});

describe('hostile', () => {
  const { store, api, run, mistakes } = play('hostile');

  it('does not stop the rest of the cluster', () => {
    api.create(DEPLOYMENTS, deployment('default', 'sound'));
    run(5);
    const [sound] = store.list(PODS, { labels: { app: 'sound' } });
    expect(statusOf(sound)).toMatchObject({ phase: 'Running' });
  });

  it('gives every malformed workload its reason', () => {
    run(30);
    const reasons = store.list('v1/events').filter(({ reason }) => reason === 'FailedCreatePodSandBox');
    const failing = new Set(
      reasons.map(({ involvedObject }) =>
        String(objectOr(involvedObject).name).replace(/-[a-z0-9]+-[a-z0-9]+$/, ''),
      ),
    );
    expect([...failing].toSorted()).toEqual([
      'networks-cut-off',
      'networks-missing',
      'networks-unreadable',
      'networks-wrong-name',
      'pools-not-json',
      'pools-null',
      'subnets-cut-off',
    ]);
    expect(mistakes).toEqual([]);
  });

  it('leaves bad data as bad as it was', () => {
    expect(statusOf(store.get(POOLS, undefined, 'allocations-not-json')).allocatedIPs).toBe('{"10.6.1.1":');
    expect(statusOf(store.get(SUBNETS, undefined, 'handed-out-not-json')).controlledIPPools).toBe('oops');
  });
});

describe('crowded', () => {
  const { store, run, mistakes } = play('crowded');

  it('has 5,000 running Pods and 2,000 pools', () => {
    const running = store.peekList(PODS).filter((pod) => objectOr(pod.status).phase === 'Running');
    expect([running.length, store.peekList(POOLS).length]).toEqual([5000, 2000]);
  });

  it('is at rest: nothing is made or deleted by itself', () => {
    const before = store.peekList(PODS).map(({ metadata }) => metadata.uid);
    run(60);
    expect(store.peekList(PODS).map(({ metadata }) => metadata.uid)).toEqual(before);
    const available = store.peekList(DEPLOYMENTS).map(({ status }) => objectOr(status).availableReplicas);
    expect(available).toEqual(Array(100).fill(50));
    expect(mistakes).toEqual([]);
  });

  it('is the same in every run', () => {
    const again = play('crowded').store;
    const read = (from: typeof store) =>
      from.peekList(POOLS).map(({ metadata, spec, status }) => [metadata.name, spec, status]);
    expect(read(again)).toEqual(read(store));
  });
}, 60_000);
