import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSimulatedApi } from './api/simulated-api.ts';
import type { SimulatedApi } from './api/simulated-api.ts';
import { builtInResources } from './api/resources/built-in.ts';
import type { ResourceType } from './api/resource-type.ts';
import { resourceNameOf } from './api/resource-type.ts';
import { createBaseObjects, keepServiceAccounts } from './base-objects.ts';
import type { Clock } from './clock.ts';
import type { ManualClock } from './manual-clock.ts';
import { createDefaultNetwork } from './controllers/default-network.ts';
import { startControllers } from './controllers/start-controllers.ts';
import { multusSettings } from './multus/multus-defaults.ts';
import { createMultusNetwork } from './multus/multus-network.ts';
import { createRealClock } from './real-clock.ts';
import { loadScenario } from './scenarios/load-scenario.ts';
import type { Scenario, ScenarioName } from './scenarios/scenario.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { createSpiderpool } from './spiderpool/spiderpool.ts';
import { createMemoryStore } from './store/memory-store.ts';
import type { MemoryStore } from './store/memory-store.ts';

export interface SimulatedClusterOptions {
  /** What is in it. */
  scenario: ScenarioName | Scenario;
  /**
   * Time. Without one the cluster runs in real time, and has lived through its warm-up before its first request. A manual
   * clock is moved on by the warm-up.
   */
  clock?: Clock | ManualClock;
  /** The same seed gives the same names of Pods and pools. Default 1. */
  seed?: number;
  historyLimit?: number;
  bookmarkInterval?: number;
  /** Receives mistakes of the simulation itself. Default: they are printed. */
  report?: (error: unknown) => void;
}

/** A cluster with everything in it: API server, controllers, Multus and Spiderpool. */
export interface SimulatedCluster {
  readonly scenario: Scenario;
  readonly store: MemoryStore;
  readonly api: SimulatedApi;
  readonly clock: Clock | ManualClock;
  /** Answers a request of node:http. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Stops everything that acts in it. */
  close(): void;
}

const SERVICE_CIDR_V4 = '10.96.0.0/16';
const SERVICE_CIDR_V6 = 'fd00:10:96::/112';
const API_SERVICE_ADDRESS = '10.96.0.1';

/** Whether `--scenario NAME` names one. */
export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name);
}

/** Whether a clock stands still until somebody moves it. */
export function isManual(clock: Clock | ManualClock): clock is ManualClock {
  return 'advance' in clock;
}

/** Creates a cluster, fills it, and lets it live through its warm-up. */
export function createSimulatedCluster(options: SimulatedClusterOptions): SimulatedCluster {
  const scenario = typeof options.scenario === 'string' ? scenarios[options.scenario] : options.scenario;
  const seed = options.seed ?? 1;
  const report = options.report ?? ((error: unknown) => console.error(error));
  const own = options.clock === undefined ? createRealClock({ behind: scenario.warmUp }) : undefined;
  const clock: Clock | ManualClock = options.clock ?? own ?? createRealClock();
  const settings = scenario.spiderpool;
  const resources: ResourceType[] = [...builtInResources];
  const withStatus = new Set<string>();
  const store = createMemoryStore({
    clock,
    hasStatus: (resource) => withStatus.has(resource),
    onListenerError: report,
  });
  const spiderpool = settings === undefined ? undefined : createSpiderpool({ store, clock, settings, seed });
  resources.push(...(spiderpool?.resourceTypes ?? []));
  for (const type of resources) if (type.subresources?.status === true) withStatus.add(resourceNameOf(type));

  const dualStack = settings?.enableIPv6 === true;
  const api = createSimulatedApi({
    store,
    clock,
    resources,
    admission: spiderpool === undefined ? [] : [spiderpool.admission],
    forbid: scenario.forbidden ?? [],
    serviceNetwork: { cidrs: dualStack ? [SERVICE_CIDR_V4, SERVICE_CIDR_V6] : [SERVICE_CIDR_V4] },
    ...(options.historyLimit === undefined ? {} : { historyLimit: options.historyLimit }),
    ...(options.bookmarkInterval === undefined ? {} : { bookmarkInterval: options.bookmarkInterval }),
  });
  loadScenario(scenario.content(), api, store);
  createBaseObjects(api, store, API_SERVICE_ADDRESS);

  const overlay = createDefaultNetwork({ store });
  const network =
    spiderpool === undefined || settings === undefined
      ? overlay
      : createMultusNetwork({
          store,
          clock,
          settings: multusSettings(settings),
          agent: spiderpool.agent,
          overlay,
        });
  const stops = [
    keepServiceAccounts(store),
    toStop(startControllers({ store, clock, api, network, seed, report })),
    ...(spiderpool === undefined ? [] : [toStop(spiderpool.start(api, report))]),
  ];
  if (own !== undefined) own.catchUp();
  else if (isManual(clock)) clock.advance(scenario.warmUp);
  // Nobody has watched so far: as after a start of the API server, the past is not to be had.
  api.faults.expireHistory();

  return {
    scenario,
    store,
    api,
    clock,
    handle: (request, response) => api.handle(request, response),
    close() {
      for (const stop of stops) stop();
      own?.stop();
      api.close();
    },
  };
}

function toStop(running: { stop(): void }): () => void {
  return () => running.stop();
}
