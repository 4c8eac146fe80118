import * as fc from 'fast-check';
import type { AddressFamily } from '../../src/domain/ip/address.ts';
import type { ClusterObject } from '../conformance-case.ts';
import { addressOf, cidrOf, rangesOf } from './pools.ts';
import type { PoolSeed } from './pools.ts';
import { mostly, rarely } from './weighted.ts';

/** A subnet before it has its name. */
export interface SubnetSeed {
  readonly family: AddressFamily;
  readonly net: number;
  readonly size: number;
  readonly reserved: boolean;
  readonly gateway: boolean;
}

const subnetSeed: fc.Arbitrary<SubnetSeed> = fc.record({
  family: fc.constantFrom<AddressFamily>('ipv4', 'ipv4', 'ipv6'),
  net: fc.nat({ max: 2 }),
  size: mostly([5, 8], [1, 2], [1, 4], [1, 0]),
  reserved: rarely(6),
  gateway: mostly([4, true], [1, false]),
});

/** At most one for each network and family: subnets do not overlap. */
export const subnetSeeds: fc.Arbitrary<readonly SubnetSeed[]> = fc.uniqueArray(subnetSeed, {
  minLength: 3,
  maxLength: 6,
  selector: ({ family, net }) => `${family}/${net}`,
});

/** The block of addresses that is the subnet's own, beside those of pools in its network. */
const OWN_BLOCK = 90;

/** A subnet holds the addresses of every pool of its network, and its own. */
export function subnet(seed: SubnetSeed, index: number, pools: readonly PoolSeed[]): ClusterObject {
  const { family, net, size, gateway } = seed;
  const at = (number: number) => addressOf(family, net, OWN_BLOCK, 10 + number);
  const inside = pools.flatMap((pool, number) =>
    pool.family === family && pool.net === net ? rangesOf(pool, number) : [],
  );
  return {
    apiVersion: 'spiderpool.spidernet.io/v2beta1',
    kind: 'SpiderSubnet',
    metadata: { name: `s${index}` },
    spec: {
      subnet: cidrOf(family, net),
      ips: [...inside, ...(size === 0 ? [] : [`${at(0)}-${at(size - 1)}`])],
      ...(gateway ? { gateway: addressOf(family, net, 0, 1) } : {}),
    },
  };
}

/** The first addresses of a subnet, set aside. */
export function reservedOf(seed: SubnetSeed, index: number): readonly ClusterObject[] {
  const { family, net, reserved } = seed;
  if (!reserved) return [];
  const at = (number: number) => addressOf(family, net, OWN_BLOCK, 10 + number);
  return [
    {
      apiVersion: 'spiderpool.spidernet.io/v2beta1',
      kind: 'SpiderReservedIP',
      metadata: { name: `reserved-s${index}` },
      spec: { ips: [`${at(0)}-${at(2)}`] },
    },
  ];
}
