import type { Container, ResourceRequirements } from 'kubernetes-types/core/v1';
import type { Immutable, Pod } from '../kinds.ts';
import { quantity } from './quantity.ts';

/** Amounts by resource: cpu in thousandths of a core, everything else in its own unit. */
export type Amounts = Readonly<Record<string, number>>;

const known = new WeakMap<object, Amounts>();

/**
 * What a Pod asks of its node: the sum of its containers, or its hungriest init container if that is more, and overhead.
 * Source: `PodRequests` of k8s.io/component-helpers/resource.
 */
export function podRequests(pod: Pod): Amounts {
  const before = known.get(pod);
  if (before !== undefined) return before;
  const { containers, initContainers = [], overhead } = pod.spec;
  let running = containers.map(containerRequests).reduce(sum, {});
  let sidecars: Amounts = {};
  let starting: Amounts = {};
  for (const container of initContainers) {
    const own = containerRequests(container);
    if (container.restartPolicy === 'Always') {
      running = sum(running, own);
      sidecars = sum(sidecars, own);
      starting = most(starting, sidecars);
    } else {
      starting = most(starting, sum(own, sidecars));
    }
  }
  const requests = sum(most(running, starting), amounts(overhead ?? {}));
  known.set(pod, requests);
  return requests;
}

/** A quantity in the unit of `Amounts`. */
export function amounts(list: Readonly<Record<string, string>>): Amounts {
  return Object.fromEntries(
    Object.entries(list).map(([name, text]) => [
      name,
      name === 'cpu' ? Math.ceil(quantity(text) * 1000) : quantity(text),
    ]),
  );
}

/** What Pods ask for together. */
export function totalRequests(pods: readonly Pod[]): Amounts {
  const total: Record<string, number> = {};
  for (const pod of pods) {
    for (const [name, amount] of Object.entries(podRequests(pod))) total[name] = (total[name] ?? 0) + amount;
  }
  return total;
}

function sum(a: Amounts, b: Amounts): Amounts {
  return merge(a, b, (x, y) => x + y);
}

function most(a: Amounts, b: Amounts): Amounts {
  return merge(a, b, Math.max);
}

function merge(a: Amounts, b: Amounts, join: (x: number, y: number) => number): Amounts {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...names].map((name) => [name, join(a[name] ?? 0, b[name] ?? 0)]));
}

/** A limit without a request is a request. Source: `SetDefaults_Pod`. */
function containerRequests({ resources }: Immutable<Container>): Amounts {
  const { requests, limits }: Immutable<ResourceRequirements> = resources ?? {};
  return amounts({ ...limits, ...requests });
}
