import { namespaceDefaults } from '../../spiderpool/namespace-defaults.ts';
import type { AddressOrigin } from '../../spiderpool/precedence.ts';
import type { Draft } from '../../workload/draft.ts';
import { type CheckContext, namespaceAnnotations } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { error, warning } from '../report.ts';

/**
 * Default mode: the attachment of each NIC names pools that exist (S14, R14). Without them Spiderpool takes the
 * cluster's default pools, and fails the Pods where there is none; one name that no pool has, or that comes up twice,
 * fails all of them. A broken list on the namespace is its own finding.
 */
export function checkDefaultPools(draft: Draft, context: CheckContext): readonly Finding[] {
  if (draft.network.source !== 'default') return [];
  if (namespaceDefaults(namespaceAnnotations(draft, context)).failure !== undefined) return [];
  return context.origins.flatMap(checkOrigin);
}

function checkOrigin({ nic, from, missing, repeated }: AddressOrigin): readonly Finding[] {
  const at = `${nic.path}.attachment`;
  const attachment = nic.resolution.state === 'found' ? nic.resolution.id : nic.nic.attachment;
  const params = { nic: nic.interfaceName, attachment };
  switch (from) {
    case 'cluster':
      return [warning('nic.clusterDefaultPool', at, params)];
    case 'nowhere':
      return [error('nic.noDefaultPool', at, params)];
    case 'attachment':
    case 'namespace':
      return [
        ...missing.map((name) => error('nic.defaultPoolUnknown', at, { nic: nic.interfaceName, name })),
        ...repeated.map((name) => error('nic.defaultPoolRepeated', at, { nic: nic.interfaceName, name })),
      ];
    case 'subnets':
    case 'pools':
    case 'otherIpam':
    case 'unknown':
      return [];
  }
}
