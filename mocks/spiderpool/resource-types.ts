import type { ResourceType } from '../api/resource-type.ts';
import { poolType, reservedIpType, subnetType } from './crds/address-resources.ts';
import { endpointType } from './crds/endpoint-resource.ts';
import { attachmentType, coordinatorType, multusConfigType } from './crds/multus-resources.ts';

/** The custom resources of Spiderpool and Multus: names, columns and schemas as their CRDs have them (reference 2). */
export const spiderpoolResourceTypes: readonly ResourceType[] = [
  poolType,
  subnetType,
  reservedIpType,
  endpointType,
  multusConfigType,
  coordinatorType,
  attachmentType,
];
