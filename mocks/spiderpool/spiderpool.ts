import type { ResourceType } from '../api/resource-type.ts';
import type { Clock } from '../clock.ts';
import { createEventRecorders } from '../controllers/events/event-recorder.ts';
import { createRandom } from '../controllers/random.ts';
import type { AdmissionPlugin } from '../store/admission.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import { createSpiderpoolAdmission } from './admission/plugin.ts';
import type { AdmittedPools } from './auto-pools/admitted-pools.ts';
import { startAddressCollector } from './controllers/address-collector.ts';
import { startAutoPoolController } from './controllers/auto-pool-controller.ts';
import { createSpiderpoolControllerContext } from './controllers/context.ts';
import type { AdmittedApi } from './controllers/context.ts';
import { startCoordinatorController } from './controllers/coordinator-controller.ts';
import { startMultusConfigController } from './controllers/multus-config-controller.ts';
import { startPoolController } from './controllers/pool-controller.ts';
import { startSubnetController } from './controllers/subnet-controller.ts';
import { createIpamAgent } from './ipam/agent.ts';
import type { IpamAgent } from './ipam/agent.ts';
import { POOLS } from './names.ts';
import { spiderpoolResourceTypes } from './resource-types.ts';
import type { SpiderpoolSettings } from './settings.ts';

/** Spiderpool as one installation: its resources, webhooks, agents and controllers. */
export interface Spiderpool {
  readonly resourceTypes: readonly ResourceType[];
  readonly admission: AdmissionPlugin;
  readonly agent: IpamAgent;
  /**
   * Starts the controllers.
   * @param api the API server, through which pools are written so that the webhooks see them
   * @param report receives mistakes of the controllers themselves
   */
  start(api: AdmittedApi, report: (error: unknown) => void): { stop(): void };
}

export interface SpiderpoolOptions {
  store: MemoryStore;
  clock: Clock;
  settings: SpiderpoolSettings;
  /** The same seed gives the same order wherever Spiderpool leaves it to chance. */
  seed: number;
}

export function createSpiderpool({ store, clock, settings, seed }: SpiderpoolOptions): Spiderpool {
  const events = createEventRecorders({ store, clock });
  let server: AdmittedApi = store;
  const pools: AdmittedPools = {
    create: (pool) => void server.create(POOLS, pool),
    update: (pool) => void server.update(POOLS, pool),
    warn: (pool, reason, message) =>
      events.of({ component: 'spiderpool-controller' }).warning(pool, reason, message),
  };
  return {
    resourceTypes: spiderpoolResourceTypes,
    admission: createSpiderpoolAdmission(store, settings),
    agent: createIpamAgent({ store, settings, pools, random: createRandom(seed) }),
    start(api, report) {
      server = api;
      const context = createSpiderpoolControllerContext({ store, api, clock, settings, events, report });
      startSubnetController(context);
      startPoolController(context);
      startAutoPoolController(context, pools);
      startMultusConfigController(context);
      startCoordinatorController(context);
      startAddressCollector(context);
      return { stop: () => context.stop() };
    },
  };
}
