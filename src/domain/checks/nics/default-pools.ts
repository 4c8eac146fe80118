import { addressFamilies } from '../../ip/address.ts';
import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { error, warning, when } from '../report.ts';
import { sharedNames } from './addresses.ts';
import { defaultNames, expandPools, nicFacts } from './nic-facts.ts';

/**
 * Default mode: each NIC's attachment names default pools of a family that is switched on (S14, R14). Without them
 * Spiderpool takes the cluster's default pools, and fails the Pods where there is none.
 */
export function checkDefaultPools(draft: Draft, context: CheckContext): readonly Finding[] {
  if (draft.network.source !== 'default') return [];
  const clusterDefaults = [...(context.pools?.values() ?? [])].some(({ isDefault }) => isDefault);
  return nicFacts(draft, context)
    .filter(({ managed }) => managed === 'yes')
    .filter((facts) => addressFamilies.every((family) => defaultNames(facts, family, context).length === 0))
    .map(({ path, interfaceName, attachment }) => {
      const params = { nic: interfaceName, attachment: attachment?.id ?? '' };
      const sure = context.pools !== null && !clusterDefaults;
      return sure
        ? error('nic.noDefaultPool', `${path}.attachment`, params)
        : warning('nic.clusterDefaultPool', `${path}.attachment`, params);
    });
}

/** Two NICs with the same default pool get the same address (R14, domain reference 1.8). */
export function checkSharedDefaultPools(draft: Draft, context: CheckContext): readonly Finding[] {
  if (draft.network.source !== 'default') return [];
  const managed = nicFacts(draft, context).filter((facts) => facts.managed === 'yes');
  return sharedNames(managed, (facts, family) =>
    expandPools(defaultNames(facts, family, context), family, context),
  ).flatMap(({ facts, name, other }, index, all) =>
    when(
      all.findIndex((shared) => shared.facts === facts) === index,
      warning('nic.sameDefaultPool', `${facts.path}.attachment`, { nic: facts.interfaceName, name, other }),
    ),
  );
}
