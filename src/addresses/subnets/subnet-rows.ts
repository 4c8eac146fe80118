import { formatRanges } from '../../domain/ip/range-set.ts';
import type { RangeSet } from '../../domain/ip/range-set.ts';
import type { AddressFamily } from '../../domain/ip/address.ts';
import { countShared } from '../../domain/ip/range-set.ts';
import { finder } from '../../ui/stock/search.ts';
import { countStock, type StockCount } from '../stock-count.ts';
import type { SubnetRecord } from '../useAddressLists.ts';

/** One line of the list of subnets. */
export interface SubnetRow extends SubnetRecord {
  readonly key: string;
  readonly count: StockCount;
  /** How many of its addresses pools have got. */
  readonly handedOut: bigint;
}

/** @param reserved `undefined` where reserved addresses cannot be read. */
export function subnetRows(
  records: readonly SubnetRecord[],
  reserved: Readonly<Record<AddressFamily, RangeSet>> | undefined,
): readonly SubnetRow[] {
  return records.map((record) => ({
    ...record,
    key: record.subnet.name,
    count: countStock(record.subnet, reserved?.[record.subnet.family]),
    handedOut: countShared(record.subnet.handedOut, record.subnet.addresses),
  }));
}

/** The subnets that a search finds: by name, CIDR, address, label, and the pools that have got of it. */
export function findSubnets(rows: readonly SubnetRow[], query: string): readonly SubnetRow[] {
  if (query.trim() === '') return rows;
  const isFound = finder(query.trim());
  return rows.filter(({ subnet, details }) =>
    isFound({
      words: [
        subnet.name,
        subnet.subnet,
        subnet.gateway ?? '',
        ...formatRanges(subnet.addresses),
        ...subnet.controlled.map(({ name }) => name),
        ...Object.entries(details.labels).map(([key, value]) => `${key}=${value}`),
      ],
      cidr: subnet.subnet,
      addresses: subnet.addresses,
    }),
  );
}
