import { known } from '../../cluster-view.ts';
import { addressFamilies } from '../../ip/address.ts';
import type { AddressFamily } from '../../ip/address.ts';
import { expandNames } from '../../spiderpool/expand-names.ts';
import type { NicRow } from '../../spiderpool/nic-rows.ts';
import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { error, warning } from '../report.ts';
import { addressPath, chosenNames } from './nic-fields.ts';

/** The same subnet may not serve two NICs (R3, `mutateAndValidateSubnetAnno`). */
export function checkSharedSubnets({ network }: Draft, { nics }: CheckContext): readonly Finding[] {
  if (network.source !== 'fixed') return [];
  return sharedNames(nics, (nic, family) => chosenNames(nic, 'fixed', family)).map(
    ({ nic, family, name, other }) =>
      error('nic.sameSubnet', addressPath(nic, 'fixed', family), { nic: nic.interfaceName, name, other }),
  );
}

/** The same pool on two NICs gives both the same address, without any error (R4, domain reference 1.8). */
export function checkSharedPools({ network }: Draft, { nics, view }: CheckContext): readonly Finding[] {
  if (network.source !== 'pools') return [];
  const pools = known(view.pools);
  return sharedNames(nics, (nic, family) => expandNames(nic.nic.pools[family], family, pools).names).map(
    ({ nic, family, name, other }) =>
      error('nic.samePool', addressPath(nic, 'pools', family), { nic: nic.interfaceName, name, other }),
  );
}

/** So it is with default pools, wherever they come from (R14). One warning for each NIC. */
export function checkSharedDefaults({ network }: Draft, { origins }: CheckContext): readonly Finding[] {
  if (network.source !== 'default') return [];
  const names = new Map(origins.map((origin) => [origin.nic.path, origin.names]));
  const shared = sharedNames(
    origins.map(({ nic }) => nic),
    ({ path }, family) => names.get(path)?.[family] ?? [],
  );
  const first = new Map(shared.toReversed().map((found) => [found.nic.path, found]));
  return [...first.values()].map(({ nic, family, name, other }) =>
    warning('nic.sameDefaultPool', addressPath(nic, 'default', family), {
      nic: nic.interfaceName,
      name,
      other,
    }),
  );
}

interface SharedName {
  readonly nic: NicRow;
  readonly family: AddressFamily;
  readonly name: string;
  /** The interface that has the name first. */
  readonly other: string;
}

/** The first name of each NIC and family that an earlier NIC has too. */
function sharedNames(
  nics: readonly NicRow[],
  namesOf: (nic: NicRow, family: AddressFamily) => readonly string[],
): readonly SharedName[] {
  return addressFamilies.flatMap((family) => {
    const users = new Map<string, string>();
    return nics.flatMap((nic): SharedName[] => {
      const names = namesOf(nic, family);
      const name = names.find((candidate) => users.has(candidate));
      const other = name === undefined ? undefined : users.get(name);
      for (const own of names) users.set(own, users.get(own) ?? nic.interfaceName);
      return name === undefined || other === undefined ? [] : [{ nic, family, name, other }];
    });
  });
}
