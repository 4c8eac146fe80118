import { INJECT_KEYS } from '../../spiderpool/annotation-keys.ts';
import { namespaceDefaults } from '../../spiderpool/namespace-defaults.ts';
import { asksForSubnets } from '../../workload/asks-for-subnets.ts';
import type { Draft } from '../../workload/draft.ts';
import { type CheckContext, namespaceAnnotations } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { checkInteger } from '../integer.ts';
import { error, note, warning, when } from '../report.ts';

const path = 'network.source';

/** Fixed pools need two gates of Spiderpool (S2, domain reference 1.3 and 4.1); settings that are only assumed do not block. */
export function checkFixedPoolGate(draft: Draft, { view }: CheckContext): readonly Finding[] {
  const { settings } = view;
  if (!asksForSubnets(draft.network) || settings.source !== 'read') return [];
  if (!settings.enableSpiderSubnet) return [error('network.subnetsOff', path)];
  return when(!settings.enableAutoPool, error('network.autoPoolOff', path));
}

/**
 * `ippool-ip-number`: a whole number, not negative (`GetPoolIPNumber`, R8). It is wrong as soon as it is typed, whether or
 * not a subnet is chosen by then.
 */
export function checkElastic({ network }: Draft, { nics }: CheckContext): readonly Finding[] {
  const { elastic } = network;
  const asks = asksForSubnets(network);
  const mayAsk = network.source === 'fixed' && nics.some(({ spiderpool }) => spiderpool !== 'no');
  if (!elastic.enabled || !(asks || mayAsk)) return [];
  const at = 'network.elastic.count';
  return [
    ...checkInteger(elastic.count, at, { field: 'elastic', min: 0, required: true }),
    ...when(asks && elastic.form === 'total', note('network.fixedTotal', at, { count: elastic.count })),
  ];
}

/** Default pools of the namespace win over those of the attachments (R13); a broken list of them fails every Pod (1.11). */
export function checkNamespaceDefaults(draft: Draft, context: CheckContext): readonly Finding[] {
  if (draft.network.source !== 'default') return [];
  if (context.nics.every(({ spiderpool }) => spiderpool === 'no')) return [];
  const { names, failure } = namespaceDefaults(namespaceAnnotations(draft, context));
  const { namespace } = draft.basics;
  if (failure !== undefined) return [error('network.namespacePoolsBroken', path, { namespace })];
  const given = names.ipv4.length + names.ipv6.length > 0;
  return when(given, warning('network.namespacePools', path, { namespace }));
}

/** A webhook that replaces the networks of every Pod of the namespace (R16, domain reference 1.9). */
export function checkNamespaceInjection(draft: Draft, context: CheckContext): readonly Finding[] {
  const annotations = namespaceAnnotations(draft, context);
  const found = draft.network.nics.length > 0 && INJECT_KEYS.some((key) => annotations[key] !== undefined);
  return when(found, warning('network.namespaceInjects', path, { namespace: draft.basics.namespace }));
}
