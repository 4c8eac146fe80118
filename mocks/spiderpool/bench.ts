import { createSimulatedCluster } from '../cluster.ts';
import { createManualClock } from '../manual-clock.ts';
import { loadScenario } from '../scenarios/load-scenario.ts';
import { objectOr, textOr } from '../store/json.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import { StatusError } from '../store/store.ts';
import type { KubeObject, NewKubeObject, ResourceName, StatusBody } from '../store/store.ts';
import { readEndpoint } from './ipam/endpoint.ts';
import type { NicRecord } from './ipam/endpoint.ts';
import { ENDPOINTS, PODS } from './names.ts';
import { chartSettings } from './settings.ts';
import type { SpiderpoolSettings } from './settings.ts';

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
  /** Deletes an object as a client does. @throws StatusError */
  remove(resource: ResourceName, namespace: string | undefined, name: string): void;
  run(seconds: number): void;
  /** The Pods of an application, by their label `app`, ordered by name. */
  pods(app: string): KubeObject[];
  /** What the endpoint of a Pod records, by interface. */
  nics(pod: KubeObject | undefined): Record<string, NicRecord>;
  /** The first `FailedCreatePodSandBox` event of an application, whole; undefined when there is none. */
  failure(app: string): string | undefined;
}

/**
 * @param objects created through the API, in order
 * @param changed what is set up otherwise than in the chart
 */
export function createBench(
  objects: readonly NewKubeObject[],
  changed: Partial<SpiderpoolSettings> = {},
): Bench {
  const clock = createManualClock();
  const { store, api } = createSimulatedCluster({
    scenario: {
      title: 'Bench',
      description: 'What one test needs.',
      spiderpool: { ...chartSettings, ...changed },
      warmUp: 0,
      content: () => ({ created: objects }),
    },
    clock,
    seed: 7,
    report(error) {
      throw error;
    },
  });

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
    remove: (resource, namespace, name) => api.delete(resource, namespace, name),
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

/** The Status with which something was refused. @throws Error when nothing was */
export function refusal(work: () => void): StatusBody {
  try {
    work();
  } catch (error) {
    if (error instanceof StatusError) return error.status;
    throw error;
  }
  throw new Error('nothing was refused');
}
