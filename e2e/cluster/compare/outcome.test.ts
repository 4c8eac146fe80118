import { expect, it } from 'vitest';
import { labels } from '../../../mocks/spiderpool/names.ts';
import type { KubeObject } from '../../../mocks/store/store.ts';
import { poolLine, subnetLine } from './block-lines.ts';
import { comparedCases } from './cases.ts';
import { nameInOutcome } from './pod-state.ts';

function block(name: string, spec: object, metadata: object = {}, status: object = {}): KubeObject {
  return {
    apiVersion: 'spiderpool.spidernet.io/v2beta1',
    kind: 'Any',
    metadata: {
      name,
      uid: 'u',
      resourceVersion: '1',
      creationTimestamp: '2026-01-15T08:00:00Z',
      ...metadata,
    },
    spec,
    status,
  };
}

it('a pool shows every key of its spec, also one that nobody expects', () => {
  const spec = {
    subnet: '10.0.0.0/24',
    routes: [],
    vlan: 5,
    podAffinity: { matchLabels: { b: '1', a: '2' } },
  };
  const line = poolLine(block('p', spec), new Set());
  expect(line).toContain('podAffinity {"matchLabels":{"a":"2","b":"1"}}, routes [], vlan 5');
});

it('an automatic pool tells whether its workload is there, and whether its name has that UID', () => {
  const uid = '2f8e6c1a-7d2b-4c55-9f10-a5bd3e77c102';
  const of = (name: string) => block(name, {}, { labels: { [labels.ownerUid]: uid } });
  expect(poolLine(of('auto4-web-net1-a5bd3'), new Set([uid]))).toMatch(
    /^Pool auto4-web-net1-\*: .*, of a workload that is there, named after it$/,
  );
  expect(poolLine(of('auto4-web-net1-00000'), new Set())).toMatch(
    /, of a workload that is gone, named after another$/,
  );
});

it('a subnet shows its routes, what it handed out and that it is ending', () => {
  const handed = { controlledIPPools: JSON.stringify({ p: { ips: ['10.0.0.1'] } }) };
  const line = subnetLine(block('s', { routes: [{ dst: 'x' }] }, { deletionTimestamp: 'now' }, handed));
  expect(line).toMatch(/^Subnet s \(ending\): .*routes \[{"dst":"x"}\].*, p has \["10.0.0.1"\]$/);
});

it('a Pod is called by its Deployment, and of a StatefulSet by its own name', () => {
  const owned = (name: string, kind: string, uid: string) =>
    block(name, {}, { ownerReferences: [{ kind, name: `${kind}-name`, uid, controller: true }] });
  const set = { kind: 'ReplicaSet' as const, object: owned('web-7d9f', 'Deployment', 'd') };
  expect(nameInOutcome(owned('webxyz', 'ReplicaSet', 'u'), [set])).toBe('Deployment-name');
  expect(nameInOutcome(owned('web-0', 'StatefulSet', 's'), [])).toBe('web-0');
});

it('no case takes the pools of another one for its own', () => {
  const ids = comparedCases.map(({ id }) => id);
  const taken = ids.flatMap((id) => ids.filter((other) => other === id || other.startsWith(`${id}-`)));
  expect(taken).toEqual(ids);
});
