import { addressFamilies } from '../ip/address.ts';
import type { AddressFamily } from '../ip/address.ts';
import type { AddressSource, NetworkDraft } from '../workload/draft.ts';
import { nicRows } from './nic-rows.ts';
import type { NicRow } from './nic-rows.ts';
import type { PodNic } from './pod-addresses.ts';
import { isPoolPattern, matchesPoolPattern } from './pool-pattern.ts';
import type { Pool } from './pool.ts';

/** One interface as the Pod template asks for it and as the Pod has it. */
export interface ComparedNic {
  readonly interfaceName: string;
  /** Absent for a NIC that nobody asked for. */
  readonly asked?: NicRow;
  /** Absent where neither Multus nor Spiderpool tells of it. */
  readonly reported?: PodNic;
  /** Empty when the NIC is what was asked for. */
  readonly differences: readonly NicDifference[];
}

export type NicDifference =
  | { readonly kind: 'missing' }
  | { readonly kind: 'extra' }
  | { readonly kind: 'otherAttachment'; readonly asked: string; readonly reported: string }
  | { readonly kind: 'otherPool'; readonly pool: string; readonly asked: readonly string[] }
  /** The NIC is there without an address of a family that pools or a subnet were given for. */
  | { readonly kind: 'noAddress'; readonly family: AddressFamily }
  /** Two NICs that draw from one pool get the same address (domain reference 1.8). */
  | { readonly kind: 'sameAddress'; readonly address: string; readonly other: string };

/**
 * Requested and reported NICs side by side, eth0 first, in the order of the Pod template and then what is too many.
 *
 * @param network what the Pod template asks for
 * @param nics what Multus and Spiderpool tell of the Pod; empty for a Pod on the host's network
 * @param pools of the cluster, which tell the subnet of an auto-created pool; without them that is not compared
 */
export function compareNics(
  network: NetworkDraft,
  nics: readonly PodNic[],
  pools: readonly Pool[] | undefined,
): readonly ComparedNic[] {
  if (nics.length === 0) return [];
  const rows = nicRows(network);
  const reported = nics.filter(({ state }) => state !== 'waiting');
  const asked = rows.map((row): ComparedNic => {
    const nic = reported.find(({ interfaceName }) => interfaceName === row.interfaceName);
    return {
      interfaceName: row.interfaceName,
      asked: row,
      ...(nic === undefined ? {} : { reported: nic }),
      differences:
        nic === undefined
          ? [{ kind: 'missing' }]
          : [...differencesOf(row, nic, network.source, pools), ...sameAddresses(nic, reported)],
    };
  });
  const extra = reported
    .filter(({ interfaceName }) => !rows.some((row) => row.interfaceName === interfaceName))
    .map((nic): ComparedNic => ({
      interfaceName: nic.interfaceName,
      reported: nic,
      differences: [{ kind: 'extra' }],
    }));
  return [...asked, ...extra];
}

function differencesOf(
  { nic }: NicRow,
  reported: PodNic,
  source: AddressSource,
  pools: readonly Pool[] | undefined,
): readonly NicDifference[] {
  const found: NicDifference[] = [];
  // A default network from a file is reported by another name, and a bare name leaves its namespace open.
  const comparable = nic.attachment.includes('/') && reported.attachment.includes('/');
  if (comparable && nic.attachment !== reported.attachment) {
    found.push({ kind: 'otherAttachment', asked: nic.attachment, reported: reported.attachment });
  }
  for (const family of addressFamilies) {
    const names = askedNames(nic, source, family);
    const address = reported[family];
    if (names.length === 0) continue;
    if (address === undefined) found.push({ kind: 'noAddress', family });
    else if (address.pool !== '' && !isAsked(address.pool, names, source, pools)) {
      found.push({ kind: 'otherPool', pool: address.pool, asked: names });
    }
  }
  return found;
}

/** Pools or the subnet of a family, as written. */
export function askedNames(
  nic: NicRow['nic'],
  source: AddressSource,
  family: AddressFamily,
): readonly string[] {
  switch (source) {
    case 'pools':
      return nic.pools[family];
    case 'fixed':
      return nic.subnets[family] === '' ? [] : [nic.subnets[family]];
    case 'default':
      return [];
  }
}

function isAsked(
  name: string,
  asked: readonly string[],
  source: AddressSource,
  pools: readonly Pool[] | undefined,
): boolean {
  if (source === 'pools') {
    return asked.some((each) => (isPoolPattern(each) ? matchesPoolPattern(each, name) : each === name));
  }
  const pool = pools?.find((each) => each.name === name);
  return pool === undefined || (pool.owner !== undefined && asked.includes(pool.owner.subnet));
}

function sameAddresses(nic: PodNic, all: readonly PodNic[]): readonly NicDifference[] {
  return addressFamilies.flatMap((family): NicDifference[] => {
    const address = nic[family]?.address;
    const other = all.find(
      (each) => each.interfaceName !== nic.interfaceName && each[family]?.address === address,
    );
    return address === undefined || other === undefined
      ? []
      : [{ kind: 'sameAddress', address, other: other.interfaceName }];
  });
}
