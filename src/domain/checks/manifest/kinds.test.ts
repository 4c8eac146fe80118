import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../workload/manifest-document.ts';
import { objectsOf, readWorkload } from '../../workload/read-workload.ts';
import { rolloutOf } from '../../workload/rollout.ts';
import { workloadOf } from '../../workload/workload-kind.ts';
import { codesOf, K, NETWORKS, reportsOf, type Wire, workload } from './test-manifests.ts';

const macvlan = { [NETWORKS]: 'kube-system/macvlan' };
const fixed = (number?: string) => ({
  ...macvlan,
  [`${K}/subnets`]: '[{"interface":"net1","ipv4":["subnet-a"]}]',
  ...(number === undefined ? {} : { [`${K}/ippool-ip-number`]: number }),
});

function reading(apiVersion: string, kind: string, wire: Wire, nodes?: number) {
  const documents = parseManifest(workload(apiVersion, kind, wire));
  const [object] = documents.ok ? objectsOf(documents.value) : [];
  const found = workloadOf(object?.plain);
  if (object === undefined || found === null) throw new Error(`${kind} is no workload`);
  const surroundings = { namespace: 'default', daemonNodes: () => nodes };
  return readWorkload(object, found, surroundings, () => undefined);
}

const kinds = [
  ['apps/v1', 'Deployment', 'apps'],
  ['apps/v1', 'StatefulSet', 'apps'],
  ['apps/v1', 'DaemonSet', 'apps'],
  ['apps/v1', 'ReplicaSet', 'apps'],
  ['batch/v1', 'Job', 'batch'],
  ['batch/v1', 'CronJob', 'batch'],
  ['v1', 'Pod', ''],
  ['v1', 'ReplicationController', ''],
  ['apps.kruise.io/v1alpha1', 'CloneSet', 'apps.kruise.io'],
  ['argoproj.io/v1alpha1', 'Rollout', 'argoproj.io'],
] as const;

describe.each(kinds)('%s %s', (apiVersion, kind, group) => {
  it('is known by its group, version, kind and name', () => {
    expect(reading(apiVersion, kind, {}).workload.identity).toEqual({
      group,
      version: apiVersion.split('/').at(-1),
      kind,
      name: 'web',
    });
  });

  it('is sound, and wrong where its Pods are', () => {
    expect(codesOf(workload(apiVersion, kind))).toEqual([]);
    expect(
      codesOf(
        workload(apiVersion, kind, {
          podSpec: { containers: [{ name: 'Ä', image: 'a' }] },
          annotations: macvlan,
        }),
      ),
    ).toEqual(expect.arrayContaining(['error container.nameSyntax']));
  });

  it('finds its NICs in the annotations of its Pods', () => {
    const { network } = reading(apiVersion, kind, { annotations: macvlan }).draft;
    expect(network.nics.map(({ attachment }) => attachment)).toEqual(['kube-system/macvlan']);
  });

  it('does not speak of fields that it does not have', () => {
    const { draft, workload: found } = reading(apiVersion, kind, { spec: { replicas: 1 } });
    expect(draft.service.enabled).toBe(false);
    expect(found.identity.kind === 'Deployment' || draft.upgrade.progressDeadlineSeconds === '').toBe(true);
  });
});

it.each([
  ['v1', 'ConfigMap'],
  ['v1', 'Service'],
  ['v1', 'List'],
  ['', 'Deployment'],
  ['example.com/v1', ''],
])('%s %s is no workload', (apiVersion, kind) => {
  expect(workloadOf(new Map(Object.entries({ apiVersion, kind })))).toBeNull();
});

it('what a controller made is not checked: the controller is', () => {
  const made = (controller: boolean) => ({
    metadata: {
      ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'r', uid: 'u', controller }],
    },
    annotations: fixed('+1'),
  });
  expect(reportsOf(workload('v1', 'Pod', made(true))).map(({ findings }) => findings)).toEqual([null]);
  expect(codesOf(workload('v1', 'Pod', made(false)))).toEqual(['error manifest.noController']);
});

describe('the Pods that want an address', () => {
  const podsOf = (apiVersion: string, kind: string, wire: Wire, nodes?: number) =>
    reading(apiVersion, kind, wire, nodes).draft.basics.replicas;
  const job = { parallelism: 2, completions: 10 };

  it.each([
    ['replicas of a StatefulSet', podsOf('apps/v1', 'StatefulSet', { spec: { replicas: 5 } }), '5'],
    ['one, where replicas are left out', podsOf('apps/v1', 'ReplicaSet', {}), ''],
    ['the nodes of a DaemonSet', podsOf('apps/v1', 'DaemonSet', {}, 7), '7'],
    ['unknown nodes', podsOf('apps/v1', 'DaemonSet', {}), ''],
    ['a Pod', podsOf('v1', 'Pod', {}), '1'],
    ['those of a Job that run at once', podsOf('batch/v1', 'Job', { spec: job }), '2'],
    [
      'no more than there is to do',
      podsOf('batch/v1', 'Job', { spec: { parallelism: 4, completions: 3 } }),
      '3',
    ],
    ['a Job that says nothing', podsOf('batch/v1', 'Job', {}), ''],
    [
      'all of a Job, whose fixed pool is made for all',
      podsOf('batch/v1', 'Job', { spec: job, annotations: fixed('+0') }),
      '10',
    ],
    [
      'those at once, where the fixed pool has a total of its own',
      podsOf('batch/v1', 'CronJob', { spec: job, annotations: fixed('3') }),
      '2',
    ],
    [
      'completions of 0 are not set',
      podsOf('batch/v1', 'Job', { spec: { completions: 0, parallelism: 3 }, annotations: fixed('+0') }),
      '3',
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });

  it.each([
    ['StatefulSet', {}, 0],
    ['ReplicaSet', {}, 0],
    ['DaemonSet', {}, 0],
    ['DaemonSet', { updateStrategy: { rollingUpdate: { maxSurge: 2, maxUnavailable: 0 } } }, 2],
    ['DaemonSet', { updateStrategy: { type: 'OnDelete', rollingUpdate: { maxSurge: 2 } } }, 0],
    ['Deployment', {}, 1],
  ] as const)('a %s with %o has %i above its replicas', (kind, spec, surge) => {
    const { draft } = reading('apps/v1', kind, { spec }, 4);
    expect(rolloutOf(4, draft.upgrade)).toMatchObject({ ok: true, value: { surge } });
  });
});

describe('fixed pools', () => {
  it.each([
    ['apps/v1', 'Deployment', []],
    ['apps/v1', 'StatefulSet', []],
    ['apps/v1', 'DaemonSet', []],
    ['apps/v1', 'ReplicaSet', []],
    ['batch/v1', 'Job', []],
    ['batch/v1', 'CronJob', []],
    ['v1', 'Pod', ['error manifest.noController']],
    ['v1', 'ReplicationController', ['error manifest.coreController']],
    ['apps.kruise.io/v1alpha1', 'CloneSet', ['warning manifest.replicasNotCounted']],
  ] as const)('%s %s', (apiVersion, kind, found) => {
    expect(codesOf(workload(apiVersion, kind, { annotations: fixed('+1') }))).toEqual(found);
    const pools = { ...macvlan, [`${K}/ippools`]: '[{"interface":"net1","ipv4":["pool-a"]}]' };
    expect(codesOf(workload(apiVersion, kind, { annotations: pools }))).toEqual([]);
  });

  it.each([
    ['5', 2, ['note network.fixedTotal']],
    [undefined, 2, ['error manifest.fixedTotalRequired']],
    ['+2', 2, ['warning manifest.replicasNotCounted']],
    // Two Pods, and an elastic address that is the only one.
    ['+1', 2, ['error capacity.short', 'warning manifest.replicasNotCounted']],
    ['+0', 1, ['error capacity.short', 'warning manifest.replicasNotCounted']],
    ['+x', 1, ['error integer.range', 'note network.fixedTotal']],
  ] as const)('of other kinds hold the number that is named, %s, for %i Pods', (number, replicas, found) => {
    const spec = { replicas };
    const codes = codesOf(
      workload('apps.kruise.io/v1alpha1', 'CloneSet', { annotations: fixed(number), spec }),
    );
    expect(codes.toSorted()).toEqual(found);
  });

  it('need a name that fits into a label', () => {
    const named = (name: string, kind: string) =>
      codesOf(workload('apps/v1', kind, { metadata: { name }, annotations: fixed('+1') }));
    expect(named('a'.repeat(64), 'Deployment')).toEqual(['error manifest.nameTooLong']);
    expect(named('a'.repeat(64), 'ReplicaSet')).toEqual(['error manifest.nameTooLong']);
    expect(named('a'.repeat(63), 'Deployment')).toEqual([]);
    expect(codesOf(workload('apps/v1', 'Deployment', { metadata: { name: 'a'.repeat(64) } }))).toEqual([]);
    // One cause, one finding: Kubernetes refuses it before Spiderpool sees it.
    expect(named('a'.repeat(64), 'StatefulSet')).toEqual(['error name.syntax']);
  });
});
