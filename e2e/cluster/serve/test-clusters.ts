import { homedir } from 'node:os';
import { scenarios } from '../../../mocks/scenarios/scenarios.ts';
import type { ScenarioName } from '../../../mocks/scenarios/scenario.ts';
import { openClusters } from '../../../proxy/open-clusters.ts';
import type { OfferedCluster } from '../../../proxy/offered-clusters.ts';
import { freePort } from '../../../scripts/free-port.ts';
import type { BuiltPrograms } from '../build/build-programs.ts';
import { startRealCluster } from '../real-cluster.ts';
import type { RealCluster } from '../real-cluster.ts';
import { createSpares } from './spares.ts';

const LOOPBACK = '127.0.0.1';

/** The real control planes that tests have asked for, each for one test alone. */
export interface TestClusters {
  /** As the console's proxy serves them. */
  offered(): readonly OfferedCluster[];
  find(name: string): RealCluster | undefined;
  /** Gives a fresh one; one of that name is ended first. @throws Error when it does not start */
  add(name: string, scenario: ScenarioName): Promise<void>;
  /** @returns false when there is none */
  remove(name: string): Promise<boolean>;
  /** Ends all. */
  close(): Promise<void>;
}

export interface TestClustersOptions {
  built: BuiltPrograms;
  /** Receives what goes wrong in a running one. */
  onProblem: (error: unknown) => void;
}

/**
 * Keeps the clusters of tests. One with the scenario of most of them is always started in advance: a test is over in about the
 * time that a start takes.
 */
export function createTestClusters({ built, onProblem }: TestClustersOptions): TestClusters {
  const running = new Map<string, { cluster: RealCluster; offered: OfferedCluster }>();
  const spares = createSpares<ScenarioName, RealCluster>(
    'demo',
    async (scenario) =>
      startRealCluster({
        built,
        scenario: scenarios[scenario],
        port: await freePort(0, LOOPBACK),
        report: () => {
          // A start of many is no news.
        },
        onProblem,
      }),
    (cluster) => cluster.close(),
  );

  async function remove(name: string): Promise<boolean> {
    const found = running.get(name);
    running.delete(name);
    await found?.cluster.close();
    return found !== undefined;
  }

  return {
    offered: () => [...running.values()].map(({ offered }) => offered),
    find: (name) => running.get(name)?.cluster,
    async add(name, scenario) {
      await remove(name);
      const cluster = await spares.take(scenario);
      running.set(name, { cluster, offered: offer(cluster, name) });
    },
    remove,
    async close() {
      await Promise.all([spares.close(), ...[...running.keys()].map(remove)]);
    },
  };
}

/** The cluster of its kubeconfig, as `npm start -- --kubeconfig FILE` would serve it, but for its name. */
function offer({ kubeconfig }: RealCluster, name: string): OfferedCluster {
  const audience = { host: LOOPBACK, remote: false };
  const opened = openClusters({ file: kubeconfig, contexts: [], audience }, {}, homedir());
  const cluster = opened.ok ? opened.real.clusters[0] : undefined;
  if (cluster === undefined) throw new Error(opened.ok ? 'the kubeconfig is empty' : opened.sentence);
  return { ...cluster, name, title: name };
}
