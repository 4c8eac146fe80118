import { homedir } from 'node:os';
import { scenarios } from '../../../mocks/scenarios/scenarios.ts';
import type { ScenarioName } from '../../../mocks/scenarios/scenario.ts';
import { openClusters } from '../../../proxy/open-clusters.ts';
import type { OfferedCluster } from '../../../proxy/offered-clusters.ts';
import type { BuiltPrograms } from '../build/build-programs.ts';
import { testsAtOnce } from '../../targets.ts';
import { startRealCluster } from '../real-cluster.ts';
import type { RealCluster } from '../real-cluster.ts';
import type { RunningProgram } from '../run/program.ts';
import { takeBaseline } from './baseline.ts';
import type { Baseline } from './baseline.ts';
import { createRotation } from './rotation.ts';

const LOOPBACK = '127.0.0.1';
/** Beside those of the tests that run, those that are being made as good as new or wait for their scenario. */
const MOST = testsAtOnce + 2;
const STARTS_AT_ONCE = 2;

/** The real control planes that tests have asked for, each for one test alone. */
export interface TestClusters {
  /** As the console's proxy serves them. */
  offered(): readonly OfferedCluster[];
  /** A program of one, to be treated badly: nobody gets that cluster afterwards. */
  program(name: string, program: string): RunningProgram | undefined;
  /** Gives one that is fresh or as good as new; one of that name is ended first. @throws Error when it does not start */
  add(name: string, scenario: ScenarioName): Promise<void>;
  /** @returns false when there is none */
  remove(name: string): boolean;
}

export interface TestClustersOptions {
  built: BuiltPrograms;
  /** Receives what goes wrong in a running one. */
  onProblem: (error: unknown) => void;
}

interface TestCluster {
  cluster: RealCluster;
  baseline: Baseline;
  isBroken: boolean;
}

/**
 * Keeps the clusters of tests. A start takes longer than a test: what a test has made is removed from its cluster, and the next
 * test gets it. A cluster in which a test has changed or ended something else is ended.
 */
export function createTestClusters({ built, onProblem }: TestClustersOptions): TestClusters {
  const running = new Map<string, { taken: TestCluster; offered: OfferedCluster }>();
  const rotation = createRotation<ScenarioName, TestCluster>({
    most: MOST,
    startsAtOnce: STARTS_AT_ONCE,
    async start(scenario) {
      const cluster = await startRealCluster({
        built,
        scenario: scenarios[scenario],
        report: () => {
          // A start of many is no news.
        },
        onProblem,
      });
      try {
        return {
          cluster,
          baseline: await takeBaseline(cluster.client('podnic-baseline/1')),
          isBroken: false,
        };
      } catch (error) {
        await cluster.close();
        throw error;
      }
    },
    renew: async ({ baseline, isBroken }) => !isBroken && (await baseline.restore()),
    end: ({ cluster }) => cluster.close(),
  });

  function remove(name: string): boolean {
    const found = running.get(name);
    if (found === undefined) return false;
    running.delete(name);
    rotation.giveBack(found.taken);
    return true;
  }

  return {
    offered: () => [...running.values()].map(({ offered }) => offered),
    program(name, program) {
      const taken = running.get(name)?.taken;
      const found = taken?.cluster.programs.find((each) => each.name === program);
      if (taken !== undefined && found !== undefined) taken.isBroken = true;
      return found;
    },
    async add(name, scenario) {
      remove(name);
      const taken = await rotation.take(scenario);
      running.set(name, { taken, offered: offer(taken.cluster, name) });
    },
    remove,
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
