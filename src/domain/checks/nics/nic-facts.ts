import { type AddressFamily, addressFamilies } from '../../ip/address.ts';
import { parseCidr, type Cidr } from '../../ip/cidr.ts';
import type { Attachment } from '../../multus/attachment.ts';
import { nicRows, type NicRow } from '../../spiderpool/nic-rows.ts';
import { isPoolPattern, matchesPoolPattern } from '../../spiderpool/pool-pattern.ts';
import type { AddressSource, Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';

/** One NIC of the draft with what is known of its attachment. */
export interface NicFacts extends NicRow {
  /** The attachment that counts: the chosen one, or the cluster network for eth0. `undefined` when not found or not known. */
  readonly attachment: Attachment | undefined;
  /** Whether its addresses come from Spiderpool (domain reference 1.7). */
  readonly managed: 'yes' | 'no' | 'unknown';
}

export function nicFacts(draft: Draft, context: CheckContext): readonly NicFacts[] {
  return nicRows(draft.network).map((row) => {
    const id = row.nic.attachment || (row.index === 'eth0' ? context.view.settings.clusterNetwork : '');
    const attachment = context.attachments?.get(id);
    return { ...row, attachment, managed: managementOf(row, id, attachment) };
  });
}

/** The node's own CNI file, which no attachment describes, is taken for an overlay. */
function managementOf(
  { index }: NicRow,
  id: string,
  attachment: Attachment | undefined,
): NicFacts['managed'] {
  if (id === '') return index === 'eth0' ? 'no' : 'unknown';
  switch (attachment?.config.kind) {
    case 'decoded':
      return attachment.config.spiderpool ? 'yes' : 'no';
    case 'file':
      return 'no';
    case 'unreadable':
    case undefined:
      return 'unknown';
  }
}

/** The path of the field in which the NIC's addresses are chosen. */
export function addressPath({ path }: NicRow, source: AddressSource, family: AddressFamily): string {
  return `${path}.${source === 'fixed' ? 'subnets' : 'pools'}.${family}`;
}

/** The names chosen for a NIC: of subnets in fixed mode, of pools in manual mode; none where its attachment decides. */
export function chosenNames(
  { nic }: NicRow,
  source: AddressSource,
  family: AddressFamily,
): readonly string[] {
  switch (source) {
    case 'fixed':
      return nic.subnets[family] === '' ? [] : [nic.subnets[family]];
    case 'pools':
      return nic.pools[family];
    case 'default':
      return [];
  }
}

/** The default pools that the NIC's attachment names for the families that are switched on. */
export function defaultNames(
  { attachment }: NicFacts,
  family: AddressFamily,
  { view }: CheckContext,
): readonly string[] {
  const enabled = family === 'ipv4' ? view.settings.enableIPv4 : view.settings.enableIPv6;
  return enabled && attachment?.config.kind === 'decoded' ? attachment.config.defaultPools[family] : [];
}

/** Names with their patterns replaced by the known pools that they select. */
export function expandPools(
  names: readonly string[],
  family: AddressFamily,
  { pools }: CheckContext,
): readonly string[] {
  const known = [...(pools?.values() ?? [])].filter((pool) => pool.family === family);
  return names.flatMap((name) =>
    isPoolPattern(name)
      ? known.filter((pool) => matchesPoolPattern(name, pool.name)).map((pool) => pool.name)
      : [name],
  );
}

/** The networks that the NIC's addresses will be of; `null` when one of them cannot be told. */
export function networksOf(
  facts: NicFacts,
  source: AddressSource,
  context: CheckContext,
): readonly Cidr[] | null {
  const networks: Cidr[] = [];
  let chosen = 0;
  for (const family of addressFamilies) {
    const names =
      source === 'default' ? defaultNames(facts, family, context) : chosenNames(facts, source, family);
    const stock = source === 'fixed' ? context.subnets : context.pools;
    for (const name of source === 'fixed' ? names : expandPools(names, family, context)) {
      const cidr = parseCidr(stock?.get(name)?.subnet ?? '');
      if (!cidr.ok) return null;
      networks.push(cidr.value);
    }
    chosen += names.length;
  }
  return chosen === 0 ? null : networks;
}
