import type { AddressFamily } from '../ip/address.ts';
import { fromRanges, setOf } from '../ip/range-set.ts';
import type { RangeSet } from '../ip/range-set.ts';
import { decodeMeta } from '../kubernetes-object.ts';
import type { Undecodable } from '../kubernetes-object.ts';
import { parsed } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { textsAt, valueAt } from '../untyped.ts';
import type { PoolProblem } from './pool.ts';
import { familyOf, guessFamily } from './stock.ts';

/** A SpiderReservedIP: addresses that no pool of the cluster hands out (domain reference 2.4). */
export interface Reserved {
  readonly name: string;
  readonly addresses: RangeSet;
  readonly problems: readonly PoolProblem[];
}

export function decodeReserved(object: unknown): Parsed<Reserved, Undecodable> {
  const meta = decodeMeta(object);
  if (!meta.ok) return meta;
  const spec = valueAt(object, 'spec');
  const ips = textsAt(spec, 'ips');
  const family = familyOf(valueAt(spec, 'ipVersion')) ?? guessFamily(ips[0]) ?? 'ipv4';
  const { set, problems } = fromRanges(family, ips);
  return parsed({
    name: meta.value.name,
    addresses: set,
    problems: problems.map(({ text }) => ({ code: 'pool.badRange' as const, text })),
  });
}

/** All reserved addresses of the cluster, by family. */
export function reservedAddresses(all: readonly Reserved[]): Readonly<Record<AddressFamily, RangeSet>> {
  const ofFamily = (family: AddressFamily) =>
    setOf(
      family,
      all.filter(({ addresses }) => addresses.family === family).flatMap(({ addresses }) => addresses.ranges),
    );
  return { ipv4: ofFamily('ipv4'), ipv6: ofFamily('ipv6') };
}
