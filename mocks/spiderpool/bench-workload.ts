import { deployment } from '../scenarios/objects/workload-objects.ts';
import type { KubeObject, NewKubeObject } from '../store/store.ts';
import type { Bench } from './bench.ts';
import { annotations, POOLS, SUBNETS } from './names.ts';

/** The Deployment `web` with a fixed pool of `subnet-6` for net1, and what tests do to it. */

const DEPLOYMENTS = 'apps/v1/deployments';

/** Pod annotations for a fixed pool; its Pods stop after a second. */
export function fixedPool(size: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    [annotations.networks]: 'kube-system/net-a',
    [annotations.subnets]: JSON.stringify([{ interface: 'net1', ipv4: ['subnet-6'] }]),
    [annotations.poolIpNumber]: size,
    'simulation.podnic.io/stop-seconds': '1',
    ...more,
  };
}

export function web(
  replicas: number,
  size: string,
  more: Readonly<Record<string, string>> = {},
): NewKubeObject {
  return deployment('default', 'web', { replicas, annotations: fixedPool(size, more) });
}

/** Scales `web`. */
export function scale(bench: Bench, replicas: number): void {
  bench.change(DEPLOYMENTS, 'default', 'web', (object) => {
    object.spec = { ...(object.spec as object), replicas };
  });
}

/** Changes the annotations of the Pods of `web`. */
export function annotate(
  bench: Bench,
  change: (given: Record<string, string>) => Record<string, string>,
): void {
  bench.change(DEPLOYMENTS, 'default', 'web', (object: KubeObject) => {
    const { template } = object.spec as { template: { metadata: { annotations: Record<string, string> } } };
    template.metadata.annotations = change(template.metadata.annotations);
  });
}

/** The ranges of all pools, by name of the pool. */
export function poolRanges(bench: Bench): string[][] {
  return bench.store.list(POOLS).map(({ spec }) => (spec as { ips: string[] }).ips);
}

/** `status.controlledIPPools` of a subnet, decoded. */
export function controlledPools(
  bench: Bench,
  subnet: string,
): Record<string, { ips: string[]; application?: string }> {
  const status = (bench.store.get(SUBNETS, undefined, subnet)?.status ?? {}) as {
    controlledIPPools?: string;
  };
  return JSON.parse(status.controlledIPPools ?? '{}') as Record<string, { ips: string[] }>;
}
