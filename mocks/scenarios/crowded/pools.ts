import {
  SPIDER_FINALIZER,
  SPIDERPOOL_API,
  labels,
  POOLS as POOL_RESOURCE,
  SUBNETS as SUBNET_RESOURCE,
} from '../../spiderpool/names.ts';
import { cidrLabel } from '../../spiderpool/resources/address-block.ts';
import { writeAllocations } from '../../spiderpool/resources/pool.ts';
import type { AllocationRecords } from '../../spiderpool/resources/pool.ts';
import type { StoredObject } from '../scenario.ts';
import {
  address,
  cidr,
  DEPLOYMENTS,
  poolName,
  poolOfDeployment,
  POOL_SIZE,
  POOLS_PER_SUBNET,
  REPLICAS,
  subnetName,
  SUBNETS,
  tenant,
  uid,
} from './sizes.ts';
import { podName, podUid } from './workloads.ts';

const SUBNET_UID = 1;

/** The subnets, each with all of its pools handed out. */
export function crowdedSubnets(): StoredObject[] {
  return Array.from({ length: SUBNETS }, (_, index) => {
    const pools = Array.from({ length: POOLS_PER_SUBNET }, (_, offset) => index * POOLS_PER_SUBNET + offset);
    const handedOut = pools.map((poolIndex) => [poolName(poolIndex), { ips: [range(poolIndex)] }]);
    return {
      resource: SUBNET_RESOURCE,
      object: {
        apiVersion: SPIDERPOOL_API,
        kind: 'SpiderSubnet',
        metadata: {
          name: subnetName(index),
          uid: uid(SUBNET_UID, index),
          labels: { [labels.subnetCidr]: cidrLabel(cidr(index)) },
          finalizers: [SPIDER_FINALIZER],
        },
        spec: { ipVersion: 4, subnet: cidr(index), ips: pools.map(range), gateway: `10.${100 + index}.0.1` },
        status: {
          controlledIPPools: JSON.stringify(Object.fromEntries(handedOut)),
          totalIPCount: POOLS_PER_SUBNET * POOL_SIZE,
          allocatedIPCount: POOLS_PER_SUBNET * POOL_SIZE,
        },
      },
    };
  });
}

/** The pools; the first of each subnet is held by the Pods of one Deployment. */
export function crowdedPools(): StoredObject[] {
  return Array.from({ length: SUBNETS * POOLS_PER_SUBNET }, (_, index) => {
    const subnetIndex = Math.floor(index / POOLS_PER_SUBNET);
    const records = allocations(index);
    const allocatedIPs = writeAllocations(records);
    return {
      resource: POOL_RESOURCE,
      object: {
        apiVersion: SPIDERPOOL_API,
        kind: 'SpiderIPPool',
        metadata: {
          name: poolName(index),
          labels: {
            [labels.poolCidr]: cidrLabel(cidr(subnetIndex)),
            [labels.ownerSubnet]: subnetName(subnetIndex),
          },
          finalizers: [SPIDER_FINALIZER],
          ownerReferences: [
            {
              apiVersion: SPIDERPOOL_API,
              kind: 'SpiderSubnet',
              name: subnetName(subnetIndex),
              uid: uid(SUBNET_UID, subnetIndex),
              controller: true,
              blockOwnerDeletion: true,
            },
          ],
        },
        spec: {
          ipVersion: 4,
          subnet: cidr(subnetIndex),
          ips: [range(index)],
          gateway: `10.${100 + subnetIndex}.0.1`,
          default: false,
          disable: false,
        },
        status: {
          totalIPCount: POOL_SIZE,
          allocatedIPCount: Object.keys(records).length,
          ...(allocatedIPs === undefined ? {} : { allocatedIPs }),
        },
      },
    };
  });
}

function range(poolIndex: number): string {
  return `${address(poolIndex, 0)}-${address(poolIndex, POOL_SIZE - 1)}`;
}

function allocations(poolIndex: number): AllocationRecords {
  const deploymentIndex = poolIndex / POOLS_PER_SUBNET;
  if (!Number.isInteger(deploymentIndex) || deploymentIndex >= DEPLOYMENTS) return {};
  if (poolOfDeployment(deploymentIndex) !== poolIndex) return {};
  const records: AllocationRecords = {};
  for (let replica = 0; replica < REPLICAS; replica += 1) {
    records[address(poolIndex, replica)] = {
      pod: `${tenant(deploymentIndex)}/${podName(deploymentIndex, replica)}`,
      podUid: podUid(deploymentIndex, replica),
    };
  }
  return records;
}
