import { createSimulatedCluster } from '../cluster.ts';
import type { SimulatedCluster } from '../cluster.ts';
import { createManualClock } from '../manual-clock.ts';
import type { ScenarioName } from '../scenarios/scenario.ts';
import { scenarios } from '../scenarios/scenarios.ts';

/** A cluster that the console offers. */
export interface ServedCluster {
  name: string;
  scenario: ScenarioName;
  /** On screen, one text for each language of the console. */
  title: Record<'en-US' | 'zh-CN', string>;
  description: Record<'en-US' | 'zh-CN', string>;
}

/** The simulated clusters behind one server, made when they are first asked for. */
export interface ClusterRegistry {
  list(): readonly ServedCluster[];
  get(name: string): SimulatedCluster | undefined;
  /** Makes the clusters that are offered, one after another, without keeping a request waiting for long. */
  startAll(): void;
  /** A fresh cluster; one of that name is closed first. */
  add(served: ServedCluster, clock: 'real' | 'manual'): SimulatedCluster;
  remove(name: string): boolean;
  close(): void;
}

export function createClusterRegistry(offered: readonly ServedCluster[]): ClusterRegistry {
  const served = new Map(offered.map((cluster) => [cluster.name, cluster]));
  const running = new Map<string, SimulatedCluster>();

  function start(cluster: ServedCluster, clock: 'real' | 'manual'): SimulatedCluster {
    const simulated = createSimulatedCluster({
      scenario: cluster.scenario,
      ...(clock === 'manual'
        ? { clock: createManualClock(Date.now() - scenarios[cluster.scenario].warmUp) }
        : {}),
    });
    running.set(cluster.name, simulated);
    return simulated;
  }

  function remove(name: string): boolean {
    running.get(name)?.close();
    running.delete(name);
    return served.delete(name);
  }

  function startNext(): void {
    const next = [...served.values()].find(({ name }) => !running.has(name));
    if (next === undefined) return;
    start(next, 'real');
    setImmediate(startNext);
  }

  return {
    startAll: () => void setImmediate(startNext),
    list: () => [...served.values()],
    get(name) {
      const cluster = served.get(name);
      return cluster === undefined ? undefined : (running.get(name) ?? start(cluster, 'real'));
    },
    add(cluster, clock) {
      remove(cluster.name);
      served.set(cluster.name, cluster);
      return start(cluster, clock);
    },
    remove,
    close() {
      for (const cluster of running.values()) cluster.close();
      running.clear();
    },
  };
}
