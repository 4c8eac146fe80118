import { type AddressFamily, addressFamilies } from '../../ip/address.ts';
import { isPoolPattern } from '../../spiderpool/pool-pattern.ts';
import type { AddressSource, Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { error, warning, when } from '../report.ts';
import { addressPath, chosenNames, expandPools, nicFacts, type NicFacts } from './nic-facts.ts';

/**
 * The NICs that get addresses are those that ask Spiderpool, and no others (R2, R5): one that is left out fails its
 * Pods (`interface net1 must be specified`), one too many wastes an address for the life of the Pod.
 */
export function checkFamilies(draft: Draft, context: CheckContext): readonly Finding[] {
  const { source } = draft.network;
  if (source === 'default') return [];
  return nicFacts(draft, context).flatMap((facts) => {
    const families = addressFamilies.filter((family) => chosenNames(facts, source, family).length > 0);
    if (facts.managed === 'no') {
      return families.map((family) =>
        error('nic.notManaged', addressPath(facts, source, family), { nic: facts.interfaceName }),
      );
    }
    if (families.length === 0) return missingFamily(facts, source, context);
    return families.flatMap((family) => disabledFamily(facts, source, family, context));
  });
}

/** Where it cannot be known who gives the addresses, nothing chosen may be right. */
function missingFamily(facts: NicFacts, source: AddressSource, context: CheckContext): readonly Finding[] {
  if (facts.nic.attachment === '' && facts.managed === 'unknown') return [];
  const family = isEnabled('ipv4', context) ? 'ipv4' : 'ipv6';
  const report = facts.managed === 'yes' ? error : warning;
  const code = source === 'fixed' ? 'nic.subnetRequired' : 'nic.poolRequired';
  return [report(code, addressPath(facts, source, family), { nic: facts.interfaceName })];
}

/** Spiderpool silently drops the names of a family that is switched off. */
function disabledFamily(
  facts: NicFacts,
  source: AddressSource,
  family: AddressFamily,
  context: CheckContext,
): readonly Finding[] {
  const off = context.view.settings.source === 'read' && !isEnabled(family, context);
  const params = { nic: facts.interfaceName, family: familyNames[family] };
  return when(off, error('nic.familyOff', addressPath(facts, source, family), params));
}

const familyNames: Readonly<Record<AddressFamily, string>> = { ipv4: 'IPv4', ipv6: 'IPv6' };

function isEnabled(family: AddressFamily, { view }: CheckContext): boolean {
  return family === 'ipv4' ? view.settings.enableIPv4 : view.settings.enableIPv6;
}

/**
 * Each name exists and has the family of its field: one bad pool name fails the whole allocation, and a subnet that
 * is not there is only in the controller's log (domain reference 1.3, 1.6, 3.2 row 3).
 */
export function checkNames(draft: Draft, context: CheckContext): readonly Finding[] {
  const { source } = draft.network;
  if (source === 'default') return [];
  return eachName(draft, context).flatMap(({ facts, family, name }) => {
    const stock = source === 'fixed' ? context.subnets : context.pools;
    if (stock === null || (source === 'pools' && isPoolPattern(name))) return [];
    const found = stock.get(name);
    const at = addressPath(facts, source, family);
    const params = { nic: facts.interfaceName, name };
    if (found === undefined)
      return [error(source === 'fixed' ? 'nic.subnetUnknown' : 'nic.poolUnknown', at, params)];
    const wrong = found.family !== family;
    return when(wrong, error('nic.otherFamily', at, { ...params, family: familyNames[family] }));
  });
}

function eachName(
  draft: Draft,
  context: CheckContext,
): readonly { readonly facts: NicFacts; readonly family: AddressFamily; readonly name: string }[] {
  return nicFacts(draft, context).flatMap((facts) =>
    addressFamilies.flatMap((family) =>
      chosenNames(facts, draft.network.source, family).map((name) => ({ facts, family, name })),
    ),
  );
}

/** The same subnet may not serve two NICs (R3, `mutateAndValidateSubnetAnno`). */
export function checkSharedSubnets(draft: Draft, context: CheckContext): readonly Finding[] {
  if (draft.network.source !== 'fixed') return [];
  return sharedNames(nicFacts(draft, context), (facts, family) => chosenNames(facts, 'fixed', family)).map(
    ({ facts, family, name, other }) =>
      error('nic.sameSubnet', addressPath(facts, 'fixed', family), { nic: facts.interfaceName, name, other }),
  );
}

/** The same pool on two NICs gives both the same address, without any error (R4, domain reference 1.8). */
export function checkSharedPools(draft: Draft, context: CheckContext): readonly Finding[] {
  if (draft.network.source !== 'pools') return [];
  const namesOf = (facts: NicFacts, family: AddressFamily): readonly string[] =>
    expandPools(chosenNames(facts, 'pools', family), family, context);
  return sharedNames(nicFacts(draft, context), namesOf).map(({ facts, family, name, other }) =>
    error('nic.samePool', addressPath(facts, 'pools', family), { nic: facts.interfaceName, name, other }),
  );
}

interface SharedName {
  readonly facts: NicFacts;
  readonly family: AddressFamily;
  readonly name: string;
  /** The interface that has the name first. */
  readonly other: string;
}

/** The first name of each NIC and family that an earlier NIC has too. */
export function sharedNames(
  nics: readonly NicFacts[],
  namesOf: (facts: NicFacts, family: AddressFamily) => readonly string[],
): readonly SharedName[] {
  return addressFamilies.flatMap((family) => {
    const users = new Map<string, string>();
    return nics.flatMap((facts): SharedName[] => {
      const names = namesOf(facts, family);
      const name = names.find((candidate) => users.has(candidate));
      for (const own of names) if (!users.has(own)) users.set(own, facts.interfaceName);
      const other = name === undefined ? undefined : users.get(name);
      return name === undefined || other === undefined ? [] : [{ facts, family, name, other }];
    });
  });
}
