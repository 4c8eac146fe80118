import { describe, expect, it } from 'vitest';
import { decoded, testPool } from '../test-cluster.ts';
import { decodeEndpoint, type Endpoint } from './endpoint.ts';
import { holdersOf, poolUsers } from './holders.ts';
import { podOwners } from './pod-owner.ts';
import type { EndpointWire } from './wire.ts';

function endpoint(name: string, uid: string, owner: string, address: string, kind = 'Deployment'): Endpoint {
  return decoded(
    decodeEndpoint({
      metadata: { namespace: 'default', name },
      status: {
        current: { uid, ips: [{ interface: 'net1', ipv4: `${address}/16`, ipv4Pool: 'p' }] },
        ownerControllerType: kind,
        ownerControllerName: owner,
      },
    } satisfies EndpointWire),
  );
}

const pod = (
  name: string,
  uid: string,
  owner: { kind: string; name: string } | undefined,
  hash?: string,
) => ({
  metadata: {
    namespace: 'default',
    name,
    uid,
    ...(hash === undefined ? {} : { labels: { 'pod-template-hash': hash } }),
    ownerReferences: owner === undefined ? [] : [{ ...owner, controller: true }],
  },
});

const records = (all: Record<string, { pod: string; podUid: string }>) => ({
  allocatedIPs: JSON.stringify(all),
});

describe('who holds what', () => {
  const pool = testPool(
    'p',
    {},
    records({
      '10.6.0.12': { pod: 'default/web-1', podUid: 'u1' },
      '10.6.0.11': { pod: 'default/web-2', podUid: 'u2' },
      '10.6.9.9': { pod: 'default/db-0', podUid: 'u3' },
      '10.6.0.13': { pod: 'default/gone', podUid: 'u4' },
    }),
  );
  const endpoints = [
    endpoint('web-1', 'u1', 'web', '10.6.0.12'),
    endpoint('web-2', 'u2', 'web', '10.6.0.11'),
    endpoint('db-0', 'u3', 'db', '10.6.9.9', 'StatefulSet'),
    // An earlier Pod of the same name: not the holder.
    endpoint('gone', 'other', 'old', '10.6.0.13'),
  ];

  it('is told by the endpoint of the very Pod, by address', () => {
    const holders = holdersOf(pool, podOwners(endpoints, []));
    expect(
      holders.map(({ pod, interfaceName, workload, stray }) => [pod, interfaceName, workload?.name, stray]),
    ).toEqual([
      ['web-2', 'net1', 'web', false],
      ['web-1', 'net1', 'web', false],
      ['gone', '', undefined, false],
      ['db-0', 'net1', 'db', true],
    ]);
  });

  it('makes the list of workloads', () => {
    expect(poolUsers(pool, holdersOf(pool, podOwners(endpoints, [])))).toEqual([
      {
        workload: { kind: 'Deployment', namespace: 'default', name: 'web' },
        addresses: 2,
        interfaces: ['net1'],
        owner: false,
      },
      {
        workload: { kind: 'StatefulSet', namespace: 'default', name: 'db' },
        addresses: 1,
        interfaces: ['net1'],
        owner: false,
      },
    ]);
  });

  it('has the workload that the pool was made for, before any Pod', () => {
    const labels = {
      'ipam.spidernet.io/owner-application-kind': 'Deployment',
      'ipam.spidernet.io/owner-application-namespace': 'default',
      'ipam.spidernet.io/owner-application-name': 'web',
      'ipam.spidernet.io/interface': 'net2',
    };
    const auto = testPool('auto4-web-net2-a5bd3', {}, { labels });
    expect(poolUsers(auto, [])).toMatchObject([{ addresses: 0, interfaces: ['net2'], owner: true }]);
  });
});

describe('podOwners', () => {
  it.each([
    [
      'a Deployment, by the hash',
      { kind: 'ReplicaSet', name: 'web-abc' },
      'abc',
      { kind: 'Deployment', name: 'web' },
    ],
    [
      'a ReplicaSet of its own',
      { kind: 'ReplicaSet', name: 'web-abc' },
      undefined,
      { kind: 'ReplicaSet', name: 'web-abc' },
    ],
    ['a StatefulSet', { kind: 'StatefulSet', name: 'db' }, undefined, { kind: 'StatefulSet', name: 'db' }],
    ['nobody', undefined, undefined, undefined],
  ])('without endpoints: %s', (_, owner, hash, expected) => {
    const ownerOf = podOwners([], [pod('x', 'u', owner, hash)]);
    expect(ownerOf('u', 'default/x')?.workload).toEqual(expected && { namespace: 'default', ...expected });
    expect(ownerOf('', 'default/x')?.workload?.name).toBe(expected?.name);
    expect(ownerOf('other', 'default/x')).toBeUndefined();
  });

  it('reads junk', () => {
    expect(
      podOwners([], [null, {}, { metadata: { name: 'x', ownerReferences: [null, 3] } }])('', '/x'),
    ).toEqual({
      workload: undefined,
    });
  });
});
