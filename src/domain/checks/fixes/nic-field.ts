import type { AddressFamily } from '../../ip/address.ts';
import { nicRows, type NicRow } from '../../spiderpool/nic-rows.ts';
import type { Draft } from '../../workload/draft.ts';
import type { Finding } from '../finding.ts';

/** The NIC that a finding is about, by its path. */
export function nicOf({ path }: Finding, { network }: Draft): NicRow | undefined {
  return nicRows(network).find((row) => path === row.path || path.startsWith(`${row.path}.`));
}

/** The field of addresses that a finding is about. */
export interface AddressField {
  readonly row: NicRow;
  readonly index: NicRow['index'];
  readonly kind: 'pools' | 'subnets';
  readonly family: AddressFamily;
}

/** Reads `network.nics.0.pools.ipv4`; `undefined` for any other field, and for one that no NIC has. */
export function addressFieldOf(finding: Finding, draft: Draft): AddressField | undefined {
  const row = nicOf(finding, draft);
  const [kind, family] = row === undefined ? [] : finding.path.slice(row.path.length + 1).split('.');
  if (row === undefined || (kind !== 'pools' && kind !== 'subnets')) return undefined;
  if (family !== 'ipv4' && family !== 'ipv6') return undefined;
  return { row, index: row.index, kind, family };
}
