import { known, type ClusterView } from '../../cluster-view.ts';
import type { AddressFamily } from '../../ip/address.ts';
import type { AttachmentConfig, DecodedConfig } from '../../multus/attachment.ts';
import { allowsAttachment } from '../../spiderpool/attachment-rule.ts';
import type { ResolvedNic } from '../../spiderpool/resolve-nics.ts';
import type { AddressStock } from '../../spiderpool/stock.ts';
import { defaultNetworks, networkOf } from '../nics/network-agreement.ts';

/** Whether a pool or subnet is of one network that the NIC may stand on. */
export type NetworkTest = (stock: AddressStock) => boolean;

/**
 * The networks that a NIC may be given addresses of, the surest first. Spiderpool checks none of this: an address of
 * another network is handed out, and nothing answers there (domain reference 2.5, last line but one, and R18).
 *
 * What is replaced says it, unless the attachment's own default pools say otherwise; then these; then the pools that
 * are bound to the attachment; then the default pools of the attachments on the same master and VLAN. Where none of
 * them says anything there is no test: to offer a pool then would be to guess.
 * @param replaced the pools or subnets that the NIC has, or would have had, of the family
 */
export function nicNetworks(
  nic: ResolvedNic,
  family: AddressFamily,
  replaced: readonly AddressStock[],
  view: ClusterView,
): readonly NetworkTest[] {
  const { resolution } = nic;
  const config = resolution.state === 'found' ? configOf(resolution.attachment.config) : undefined;
  const own = config === undefined ? [] : defaultNetworks(config, family, view);
  const before = replaced.filter((stock) => {
    const network = networkOf(stock);
    return network !== undefined && (own.length === 0 || own.includes(network));
  });
  const onVlan = (stock: AddressStock) =>
    config === undefined || stock.vlan === undefined || stock.vlan === (config.vlan ?? 0);
  const tests = [...testOfReplaced(before.filter(onVlan)), ...testOf(own)];
  if (tests.length === 0 && resolution.state === 'found') {
    const bound = boundNetworks(resolution.attachment.id, family, view);
    tests.push(...testOf(bound.length > 0 ? bound : neighbourNetworks(config, family, view)));
  }
  return tests.map((test) => (stock: AddressStock) => onVlan(stock) && test(stock));
}

/** The network of any of these, and the VLAN where one of them names it. */
function testOfReplaced(replaced: readonly AddressStock[]): readonly NetworkTest[] {
  const networks = new Map(replaced.map((stock) => [networkOf(stock), stock.vlan]));
  if (networks.size === 0) return [];
  return [
    (stock) => {
      const network = networkOf(stock);
      const vlan = networks.get(network);
      return networks.has(network) && (vlan === undefined || vlan === stock.vlan);
    },
  ];
}

function testOf(networks: readonly string[]): readonly NetworkTest[] {
  return networks.length === 0 ? [] : [(stock) => networks.includes(networkOf(stock) ?? '')];
}

/** The networks of the pools that name the attachment in `multusName`. */
function boundNetworks(id: string, family: AddressFamily, view: ClusterView): readonly string[] {
  const bound = (known(view.pools) ?? []).filter(
    (pool) =>
      pool.family === family &&
      pool.multusNames.length > 0 &&
      allowsAttachment(pool, id, view.settings.namespace),
  );
  return distinct(bound.map(networkOf));
}

/** The networks of the attachments that stand on the same master and VLAN: the same wire. */
function neighbourNetworks(
  config: DecodedConfig | undefined,
  family: AddressFamily,
  view: ClusterView,
): readonly string[] {
  if (config?.master === undefined) return [];
  const { master, vlan = 0 } = config;
  const neighbours = (known(view.attachments) ?? []).flatMap((attachment) => {
    const other = configOf(attachment.config);
    if (other === undefined || other.master !== master) return [];
    return (other.vlan ?? 0) === vlan ? [other] : [];
  });
  return distinct(neighbours.flatMap((other) => defaultNetworks(other, family, view)));
}

function configOf(config: AttachmentConfig): DecodedConfig | undefined {
  return config.kind === 'decoded' ? config : undefined;
}

function distinct(networks: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(networks.filter((network) => network !== undefined))];
}
