/** How many there are of each, and how they are called. */

export const WORKERS = 40;
export const TENANTS = 20;
export const DEPLOYMENTS = 100;
export const REPLICAS = 50;
export const SUBNETS = 100;
export const POOLS_PER_SUBNET = 20;
/** Addresses in each pool: a few more than the Pods of one Deployment. */
export const POOL_SIZE = 60;

export function tenant(index: number): string {
  return `tenant-${padded(index % TENANTS, 2)}`;
}

export function workerName(index: number): string {
  return `worker-${padded(index % WORKERS, 2)}`;
}

export function deploymentName(index: number): string {
  return `app-${padded(index, 3)}`;
}

export function poolName(index: number): string {
  return `pool-${padded(index, 4)}`;
}

export function subnetName(index: number): string {
  return `subnet-${padded(index, 3)}`;
}

/** `10.100.0.0/16` and on. */
export function cidr(subnetIndex: number): string {
  return `10.${100 + subnetIndex}.0.0/16`;
}

/** The address of a Pod in its pool: one /24 of the subnet belongs to each pool. */
export function address(poolIndex: number, offset: number): string {
  const subnetIndex = Math.floor(poolIndex / POOLS_PER_SUBNET);
  return `10.${100 + subnetIndex}.${(poolIndex % POOLS_PER_SUBNET) + 1}.${offset + 1}`;
}

/** The pool of a Deployment: the first of one subnet. */
export function poolOfDeployment(deploymentIndex: number): number {
  return deploymentIndex * POOLS_PER_SUBNET;
}

/** A UID that is the same in every run. */
export function uid(kind: number, index: number): string {
  return `00000000-0000-4000-8000-${kind}${padded(index, 11)}`;
}

export function padded(index: number, length: number): string {
  return String(index).padStart(length, '0');
}
