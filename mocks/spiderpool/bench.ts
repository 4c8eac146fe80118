import { createDefaultNetwork } from '../controllers/default-network.ts';
import { startControllers } from '../controllers/start-controllers.ts';
import { createManualClock } from '../manual-clock.ts';
import { multusSettings } from '../multus/multus-defaults.ts';
import { createMultusNetwork } from '../multus/multus-network.ts';
import { loadScenario } from '../scenarios/load-scenario.ts';
import { objectOr, textOr } from '../store/json.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import type { KubeObject, NewKubeObject, ResourceName } from '../store/store.ts';
import { readEndpoint } from './ipam/endpoint.ts';
import type { NicRecord } from './ipam/endpoint.ts';
import { ENDPOINTS, PODS } from './names.ts';
import { chartSettings } from './settings.ts';
import type { SpiderpoolSettings } from './settings.ts';
import { createSpiderpool } from './spiderpool.ts';

/** A simulated cluster on a bench: tests put objects in, let time pass, and look at Pods, events, endpoints and pools. */
export interface Bench {
  store: MemoryStore;
  /** Creates objects as a client does. @throws StatusError */
  create(...objects: NewKubeObject[]): void;
  /** Changes an object as a client does. @throws StatusError */
  change(
    resource: ResourceName,
    namespace: string | undefined,
    name: string,
    change: (object: KubeObject) => void,
  ): void;
  run(seconds: number): void;
  /** The Pods of an application, by their label `app`, ordered by name. */
  pods(app: string): KubeObject[];
  /** What the endpoint of a Pod records, by interface. */
  nics(pod: KubeObject | undefined): Record<string, NicRecord>;
  /** The first `FailedCreatePodSandBox` event of an application, whole; undefined when there is none. */
  failure(app: string): string | undefined;
}

export function createBench(
  objects: readonly NewKubeObject[],
  changed: Partial<SpiderpoolSettings> = {},
): Bench {
  const settings = { ...chartSettings, ...changed };
  const clock = createManualClock();
  const store = createMemoryStore({ clock, hasStatus: (resource) => resource !== ENDPOINTS });
  const spiderpool = createSpiderpool({ store, clock, settings, seed: 7 });
  const overlay = createDefaultNetwork({ store });
  const network = createMultusNetwork({
    store,
    clock,
    settings: multusSettings(settings),
    agent: spiderpool.agent,
    overlay,
  });
  const api = {
    create(resource: ResourceName, object: NewKubeObject) {
      const admitted = structuredClone(object) as KubeObject;
      spiderpool.admission.admit({
        operation: 'CREATE',
        resource,
        object: admitted,
        dryRun: false,
        store,
        warn() {},
      });
      return store.create(resource, admitted);
    },
    update(resource: ResourceName, object: KubeObject) {
      const oldObject = store.get(resource, object.metadata.namespace, object.metadata.name);
      const old = oldObject === undefined ? {} : { oldObject };
      spiderpool.admission.admit({
        operation: 'UPDATE',
        resource,
        object,
        ...old,
        dryRun: false,
        store,
        warn() {},
      });
      return store.update(resource, object);
    },
  };
  const report = (error: unknown) => {
    throw error;
  };
  startControllers({ store, clock, api, network, report });
  spiderpool.start(api, report);
  loadScenario({ created: objects }, api, store);

  const pods = (app: string) => store.list(PODS, { labels: { app } });

  return {
    store,
    create: (...created) => loadScenario({ created }, api, store),
    change(resource, namespace, name, change) {
      const object = store.get(resource, namespace, name);
      if (object === undefined) throw new Error(`${resource} ${name} is not there`);
      change(object);
      api.update(resource, object);
    },
    run: (seconds) => clock.advance(seconds * 1000),
    pods,
    nics(pod) {
      const endpoint = store.get(ENDPOINTS, pod?.metadata.namespace, pod?.metadata.name ?? '');
      const records = endpoint === undefined ? [] : readEndpoint(endpoint).ips;
      return Object.fromEntries(records.map((record) => [record.interface, record]));
    },
    failure(app) {
      const names = new Set(pods(app).map(({ metadata }) => metadata.name));
      const event = store
        .list('v1/events')
        .find(
          ({ reason, involvedObject }) =>
            reason === 'FailedCreatePodSandBox' && names.has(textOr(objectOr(involvedObject).name)),
        );
      return event === undefined ? undefined : textOr(event.message);
    },
  };
}

/** What follows the envelope of an IPAM failure: the text of the agent. */
export function agentText(message: string | undefined): string | undefined {
  return message?.split('postIpamIpFailure  ')[1] ?? message?.split('spiderpool IP allocation error: ')[1];
}
