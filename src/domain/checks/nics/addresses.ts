import { type AddressFamily, addressFamilies } from '../../ip/address.ts';
import type { ResolvedNic } from '../../spiderpool/resolve-nics.ts';
import type { AddressSource, Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { error, warning, when } from '../report.ts';
import { addressPath, chosenNames, familyNames } from './nic-fields.ts';

/**
 * The NICs that get addresses are those that ask Spiderpool, and no others (R2, R5): one that is left out fails its
 * Pods (`interface net1 must be specified`), one too many wastes an address for the life of the Pod. Where Spiderpool
 * is not installed, that is the finding (`checkInstalled`).
 */
export function checkFamilies({ network }: Draft, context: CheckContext): readonly Finding[] {
  const { source } = network;
  if (source === 'default' || context.view.settings.source === 'none') return [];
  return context.nics.flatMap((nic) => {
    const families = addressFamilies.filter((family) => chosenNames(nic, source, family).length > 0);
    if (nic.spiderpool === 'no') {
      return families.map((family) =>
        error('nic.notManaged', addressPath(nic, source, family), { nic: nic.interfaceName }),
      );
    }
    if (families.length === 0) return missingFamily(nic, source, context);
    return families.flatMap((family) => disabledFamily(nic, source, family, context));
  });
}

/** Where it cannot be known who gives the addresses, choosing none may be right. */
function missingFamily(nic: ResolvedNic, source: AddressSource, context: CheckContext): readonly Finding[] {
  if (nic.resolution.state === 'none') return [];
  const family = isEnabled('ipv4', context) ? 'ipv4' : 'ipv6';
  const report = nic.spiderpool === 'yes' ? error : warning;
  const code = source === 'fixed' ? 'nic.subnetRequired' : 'nic.poolRequired';
  return [report(code, addressPath(nic, source, family), { nic: nic.interfaceName })];
}

/** Spiderpool silently drops the names of a family that is switched off. */
function disabledFamily(
  nic: ResolvedNic,
  source: AddressSource,
  family: AddressFamily,
  context: CheckContext,
): readonly Finding[] {
  const off = context.view.settings.source === 'read' && !isEnabled(family, context);
  const params = { nic: nic.interfaceName, family: familyNames[family] };
  return when(off, error('nic.familyOff', addressPath(nic, source, family), params));
}

function isEnabled(family: AddressFamily, { view }: CheckContext): boolean {
  return family === 'ipv4' ? view.settings.enableIPv4 : view.settings.enableIPv6;
}
