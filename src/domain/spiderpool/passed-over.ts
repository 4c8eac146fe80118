import { known, type ClusterView } from '../cluster-view.ts';
import { addressFamilies, type AddressFamily } from '../ip/address.ts';
import { namespaceDefaults } from './namespace-defaults.ts';
import type { AddressOrigin } from './precedence.ts';

/** Default pools that a NIC would draw from, were it not for a level above them. */
export interface PassedOver {
  readonly from: 'namespace' | 'attachment';
  /** As they are written there, patterns and all. */
  readonly names: readonly string[];
}

/**
 * What the origin of a NIC's addresses wins over, the strongest first (domain reference 1.2): an annotation of the Pod
 * wins over every default, that of the namespace over the attachment's.
 */
export function passedOver(
  { from, nic }: AddressOrigin,
  namespace: string,
  view: ClusterView,
): readonly PassedOver[] {
  if (from !== 'subnets' && from !== 'pools' && from !== 'namespace') return [];
  const facts = known(view.namespaces)?.find(({ name }) => name === namespace);
  const ofNamespace = from === 'namespace' ? [] : flat(namespaceDefaults(facts?.annotations ?? {}).names);
  const config = nic.resolution.state === 'found' ? nic.resolution.attachment.config : undefined;
  const ofAttachment = config?.kind === 'decoded' ? flat(config.defaultPools) : [];
  const levels: readonly PassedOver[] = [
    { from: 'namespace', names: ofNamespace },
    { from: 'attachment', names: ofAttachment },
  ];
  return levels.filter(({ names }) => names.length > 0);
}

function flat(names: Readonly<Record<AddressFamily, readonly string[]>>): readonly string[] {
  return addressFamilies.flatMap((family) => names[family]);
}
