import type { ClusterView } from '../cluster-view.ts';
import type { Draft } from '../workload/draft.ts';
import { checkDescription, checkName, checkNamespace, checkReplicas } from './basics.ts';
import { checkContext, type CheckContext } from './check-context.ts';
import { checkContainerPorts, checkPortClashes } from './container-ports.ts';
import { checkArguments, checkContainerNames, checkImages } from './containers.ts';
import { checkDnsOptions, checkHostAliases, checkNameservers, checkSearches } from './dns.ts';
import { checkEnvironment } from './environment.ts';
import type { Finding } from './finding.ts';
import {
  checkAnnotations,
  checkInjection,
  checkLabels,
  checkOwnedAnnotations,
  checkPullSecrets,
  checkSelectorLabels,
} from './metadata.ts';
import {
  checkElastic,
  checkFixedPoolGate,
  checkNamespaceDefaults,
  checkNamespaceInjection,
} from './nics/address-source.ts';
import { checkFamilies } from './nics/addresses.ts';
import { checkAttachmentNames, checkAttachments, checkInterfaceNames } from './nics/attachments.ts';
import { checkCapacity } from './nics/capacity.ts';
import { checkDefaultPools } from './nics/default-pools.ts';
import { checkDefaultRoute } from './nics/default-route.ts';
import { checkDevices } from './nics/devices.ts';
import { checkPoolNames, checkSubnetNames } from './nics/names.ts';
import { checkRoutes } from './nics/routes.ts';
import { checkSharedDefaults, checkSharedPools, checkSharedSubnets } from './nics/shared-names.ts';
import { inFieldOrder } from './order.ts';
import { checkProbes } from './probes.ts';
import { checkExtendedResources, checkMemoryUnits, checkQuantities } from './resources.ts';
import { checkNodeSelector, checkTolerations } from './scheduling.ts';
import { checkNodePorts, checkServicePorts } from './service-ports.ts';
import { checkService, checkServiceSelector } from './service.ts';
import { checkOutage, checkRollingNumbers, checkUpgradeTimes } from './upgrade.ts';

type Check = (draft: Draft, context: CheckContext) => readonly Finding[];

/** The rule catalogue. Each entry is a pure function of the draft and of what is known of the cluster. */
const checks: readonly Check[] = [
  checkName,
  checkNamespace,
  checkReplicas,
  checkDescription,
  checkContainerNames,
  checkImages,
  checkArguments,
  checkQuantities,
  checkMemoryUnits,
  checkExtendedResources,
  checkContainerPorts,
  checkPortClashes,
  checkEnvironment,
  checkProbes,
  checkPullSecrets,
  checkService,
  checkServiceSelector,
  checkServicePorts,
  checkNodePorts,
  checkFixedPoolGate,
  checkElastic,
  checkNamespaceDefaults,
  checkNamespaceInjection,
  checkAttachmentNames,
  checkAttachments,
  checkInterfaceNames,
  checkFamilies,
  checkPoolNames,
  checkSubnetNames,
  checkSharedSubnets,
  checkSharedPools,
  checkDefaultPools,
  checkSharedDefaults,
  checkCapacity,
  checkRoutes,
  checkDefaultRoute,
  checkDevices,
  checkNameservers,
  checkSearches,
  checkDnsOptions,
  checkHostAliases,
  checkRollingNumbers,
  checkOutage,
  checkUpgradeTimes,
  checkNodeSelector,
  checkTolerations,
  checkLabels,
  checkSelectorLabels,
  checkAnnotations,
  checkOwnedAnnotations,
  checkInjection,
];

/** Everything that the checks find, in the order of the wizard: by step, then by field, errors first at each field. */
export function allFindings(draft: Draft, view: ClusterView): readonly Finding[] {
  const context = checkContext(draft, view);
  return inFieldOrder(checks.flatMap((check) => check(draft, context)));
}
