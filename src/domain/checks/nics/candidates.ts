import { known } from '../../cluster-view.ts';
import { addressFamilies } from '../../ip/address.ts';
import { expandNames } from '../../spiderpool/expand-names.ts';
import { isPoolPattern } from '../../spiderpool/pool-pattern.ts';
import type { AddressOrigin } from '../../spiderpool/precedence.ts';
import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { error, note, warning, when } from '../report.ts';
import { addressPath } from './nic-fields.ts';

/**
 * What is written comes to at least one pool (domain reference 1.6 and 3.1): names of a family that is switched off
 * are dropped, and a pattern may match nothing (`no Interface net1 IP allocation found`).
 */
export function checkCandidates({ network }: Draft, { origins, view }: CheckContext): readonly Finding[] {
  if (view.pools.state !== 'known') return [];
  return origins.flatMap((origin) => {
    const { nic, names } = origin;
    if (!drawsFromPools(origin) || addressFamilies.some((family) => names[family].length > 0)) return [];
    const family = nic.nic.pools.ipv4.length > 0 || network.source !== 'pools' ? 'ipv4' : 'ipv6';
    return [error('nic.noCandidate', addressPath(nic, network.source, family), { nic: nic.interfaceName })];
  });
}

function drawsFromPools({ from, nic }: AddressOrigin): boolean {
  return nic.spiderpool === 'yes' && ['pools', 'namespace', 'attachment', 'cluster'].includes(from);
}

/** A pattern among chosen pools that matches none: it adds nothing (domain reference 1.6). */
export function checkPatterns({ network }: Draft, { nics, view }: CheckContext): readonly Finding[] {
  const pools = known(view.pools);
  if (network.source !== 'pools' || pools === undefined) return [];
  return nics.flatMap((nic) =>
    addressFamilies.flatMap((family) =>
      nic.nic.pools[family]
        .filter((name) => isPoolPattern(name) && expandNames([name], family, pools).names.length === 0)
        .map((name) =>
          warning('nic.patternEmpty', addressPath(nic, 'pools', family), { nic: nic.interfaceName, name }),
        ),
    ),
  );
}

/** Several pools are alternatives in no order of preference (R19, `sortPoolCandidates`, domain reference 1.6). */
export function checkPoolOrder({ network }: Draft, { nics }: CheckContext): readonly Finding[] {
  if (network.source !== 'pools') return [];
  return nics.flatMap((nic) =>
    addressFamilies.flatMap((family) =>
      when(
        nic.nic.pools[family].length > 1,
        note('nic.poolOrder', addressPath(nic, 'pools', family), { nic: nic.interfaceName }),
      ),
    ),
  );
}
