import type { AddressFamily } from '../ip/address.ts';
import {
  IP_POOLS,
  IP_POOL,
  ROUTES,
  DEFAULT_ROUTE_NIC,
  POOL_IP_NUMBER,
} from '../spiderpool/annotation-keys.ts';
import type { AddressSource } from '../workload/draft.ts';
import type { NetworkFailure } from './failure.ts';

/** Where in the draft the failing NIC is, and what its addresses come from. */
export interface FailingPlace {
  /** Path of the NIC: `network.nics.0`; `undefined` where it is not known. */
  readonly nicPath: string | undefined;
  readonly family: AddressFamily | undefined;
  readonly source: AddressSource;
}

/**
 * The field of the draft where a failure is mended; `undefined` where no field of the workload mends it: it passes, or it is
 * for an administrator.
 */
export function mendPath(failure: NetworkFailure, place: FailingPlace): string | undefined {
  const attachment = `${place.nicPath ?? 'network.nics.0'}.attachment`;
  switch (failure.cause) {
    case 'exhausted':
      return place.source === 'fixed' ? 'network.elastic.count' : addressField(place);
    case 'filteredOut':
    case 'poolNotFound':
    case 'duplicatePool':
    case 'tooManyRecords':
    case 'interfaceNotListed':
    case 'noCandidate':
    case 'noAutoPool':
      return addressField(place);
    case 'noRule':
    case 'badNamespaceDefaults':
    case 'subnetsOff':
      return 'network.source';
    case 'badAnnotation':
      return annotationField(failure.names[0] ?? '', place);
    case 'noClusterNetwork':
    case 'badDefaultNetwork':
    case 'clusterNetworkNotFound':
      return 'network.eth0.attachment';
    case 'defaultRouteNic':
      return 'network.defaultRoute';
    case 'badNetworks':
      return 'network.nics';
    case 'coordinatorMode':
    case 'gatewayUnreachable':
    case 'attachmentNotFound':
    case 'noDevice':
    case 'masterNotFound':
      return attachment;
    case 'unschedulable':
      return place.nicPath === undefined ? 'scheduling.nodeSelector' : attachment;
    case 'sandboxTimeout':
      return place.source === 'fixed' ? addressField(place) : undefined;
    case 'writeConflicts':
    case 'severalAutoPools':
    case 'coordinatorNotReady':
    case 'agentUnhealthy':
    case 'addressConflict':
    case 'injectionRefused':
    case 'webhookUnreachable':
    case 'sandboxNameReserved':
    case 'deadPod':
    case 'quotaExceeded':
    case 'podRefused':
    case 'other':
      return undefined;
  }
}

/** The pools or the subnet of the NIC; default pools have no field but the choice of the source. */
export function addressField({ nicPath, family = 'ipv4', source }: FailingPlace): string {
  if (source === 'default') return 'network.source';
  const nic = nicPath ?? 'network.nics.0';
  return source === 'fixed' ? `${nic}.subnets.${family}` : `${nic}.pools.${family}`;
}

function annotationField(key: string, place: FailingPlace): string {
  switch (key) {
    case ROUTES:
      return 'network.routes';
    case DEFAULT_ROUTE_NIC:
      return 'network.defaultRoute';
    case POOL_IP_NUMBER:
      return 'network.elastic.count';
    case IP_POOLS:
    case IP_POOL:
      return addressField(place);
    default:
      return 'network.source';
  }
}
