import type { ClusterView } from '../cluster-view.ts';
import type { WorkloadIdentity } from '../spiderpool/pod-context.ts';
import type { Draft } from '../workload/draft.ts';
import { draftInEffect } from '../workload/source-in-effect.ts';
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
import { checkMisplacedAnnotations } from './misplaced.ts';
import {
  checkElastic,
  checkFixedPoolGate,
  checkNamespaceDefaults,
  checkNamespaceInjection,
} from './nics/address-source.ts';
import { checkFamilies } from './nics/addresses.ts';
import { checkAttachmentVerdicts, checkInstalled } from './nics/attachment-verdicts.ts';
import { checkAttachmentNames, checkAttachments, checkInterfaceNames } from './nics/attachments.ts';
import { checkCandidates, checkPatterns, checkPoolOrder } from './nics/candidates.ts';
import { checkCoordinator } from './nics/coordinator.ts';
import { checkCapacity } from './nics/capacity.ts';
import { checkDefaultPools } from './nics/default-pools.ts';
import { checkDefaultRoute, checkDefaultRouteOwner } from './nics/default-route.ts';
import { checkDeviceNodes, checkDevices } from './nics/devices.ts';
import { checkPoolNames, checkSubnetNames } from './nics/names.ts';
import { checkNetworks, checkVlans } from './nics/network-agreement.ts';
import { checkPoolVerdicts } from './nics/pool-verdicts.ts';
import { checkRoutes } from './nics/routes.ts';
import { checkSharedDefaults, checkSharedPools, checkSharedSubnets } from './nics/shared-names.ts';
import { checkSubnetVerdicts } from './nics/subnet-verdicts.ts';
import { checkUnverified } from './nics/unverified.ts';
import { inFieldOrder } from './order.ts';
import { checkProbes } from './probes.ts';
import { checkExtendedResources, checkMemoryUnits, checkQuantities } from './resources.ts';
import { checkNodes, checkNodeSelector, checkTolerations } from './scheduling.ts';
import { checkNodePorts, checkServicePorts } from './service-ports.ts';
import { checkService, checkServiceSelector } from './service.ts';
import { checkOutage, checkRollingNumbers, checkUpgradeTimes } from './upgrade.ts';

export type Check = (draft: Draft, context: CheckContext) => readonly Finding[];

/** The rule catalogue. Each entry is a pure function of the draft and of what is known of the cluster. */
export const checks: readonly Check[] = [
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
  checkInstalled,
  checkAttachmentNames,
  checkAttachments,
  checkAttachmentVerdicts,
  checkCoordinator,
  checkInterfaceNames,
  checkFamilies,
  checkPoolNames,
  checkSubnetNames,
  checkUnverified,
  checkPoolVerdicts,
  checkSubnetVerdicts,
  checkCandidates,
  checkPatterns,
  checkPoolOrder,
  checkNetworks,
  checkVlans,
  checkSharedSubnets,
  checkSharedPools,
  checkDefaultPools,
  checkSharedDefaults,
  checkCapacity,
  checkRoutes,
  checkDefaultRoute,
  checkDefaultRouteOwner,
  checkDevices,
  checkDeviceNodes,
  checkNameservers,
  checkSearches,
  checkDnsOptions,
  checkHostAliases,
  checkRollingNumbers,
  checkOutage,
  checkUpgradeTimes,
  checkNodeSelector,
  checkNodes,
  checkTolerations,
  checkLabels,
  checkSelectorLabels,
  checkAnnotations,
  checkOwnedAnnotations,
  checkMisplacedAnnotations,
  checkInjection,
];

/**
 * Everything that the checks find, in the order of the wizard: by step, then by field, errors first at each field.
 * @param workload what the draft is a draft of, where it is no Deployment
 */
export function allFindings(
  draft: Draft,
  view: ClusterView,
  workload?: WorkloadIdentity,
): readonly Finding[] {
  const effective = draftInEffect(draft);
  const context = checkContext(effective, view, workload);
  return inFieldOrder(checks.flatMap((check) => check(effective, context)));
}
