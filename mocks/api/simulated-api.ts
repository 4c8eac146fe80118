import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import type { AdmissionPlugin } from '../store/admission.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import { notFound } from '../store/status-errors.ts';
import type { KubeObject, NewKubeObject, ResourceName } from '../store/store.ts';
import { createCatalogue } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { tellingWebhooks } from './faults/telling-webhooks.ts';
import { WatchRegistry } from './faults/watch-registry.ts';
import type { Faults } from './faults/watch-registry.ts';
import type { ServerContext } from './http/api-request.ts';
import { handleRequest } from './http/handle-request.ts';
import { createHistory } from './lists/history.ts';
import { createObject } from './operations/create.ts';
import { deleteObject } from './operations/delete.ts';
import type { DeleteObjectOptions } from './operations/delete.ts';
import { patchObject } from './operations/patch.ts';
import { updateObject } from './operations/update.ts';
import type { Target } from './operations/update.ts';
import type { Patch } from './patch/patch.ts';
import type { ResourceType } from './resource-type.ts';
import { builtInStrategies } from './strategies/built-in-strategies.ts';
import type { ServiceNetwork } from './strategies/service-addresses.ts';
import type { WriteOptions } from './write-options.ts';

export interface SimulatedApiOptions {
  store: MemoryStore;
  clock: Clock;
  /** What is served: Kubernetes' own resources and those of CRDs. */
  resources: readonly ResourceType[];
  /** Webhooks, called after Kubernetes' own defaults and validation. */
  admission?: readonly AdmissionPlugin[];
  /** Plurals that nobody may touch, alone or with their group. */
  forbid?: readonly string[];
  /** Where Services get their addresses from. Default: IPv4 only. */
  serviceNetwork?: ServiceNetwork;
  /** How many changes of each resource are remembered for watches and chunked lists. */
  historyLimit?: number;
  /** Real milliseconds between the bookmarks of a watch. */
  bookmarkInterval?: number;
}

/** The API server: everything that comes through it is decoded, defaulted, validated and admitted. */
export interface SimulatedApi {
  readonly catalogue: Catalogue;
  readonly faults: Faults;
  /** As POST; the namespace is the object's own. @throws StatusError */
  create(resource: ResourceName, object: NewKubeObject, options?: WriteOptions): KubeObject;
  /** As PUT of the object, or of its status. @throws StatusError */
  update(resource: ResourceName, object: KubeObject, options?: WriteOptions): KubeObject;
  /** As PATCH. @throws StatusError */
  patch(
    resource: ResourceName,
    namespace: string | undefined,
    name: string,
    patch: Patch,
    options?: WriteOptions,
  ): KubeObject;
  /** As DELETE. @throws StatusError */
  delete(
    resource: ResourceName,
    namespace: string | undefined,
    name: string,
    options?: DeleteObjectOptions,
  ): void;
  /** Answers a request of node:http. Never throws. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Ends the open watches and forgets the history. */
  close(): void;
}

const HISTORY_LIMIT = 5_000;
const BOOKMARK_INTERVAL = 10_000;

/** Creates an API server over a store. */
export function createSimulatedApi(options: SimulatedApiOptions): SimulatedApi {
  const { store, clock } = options;
  const watches = new WatchRegistry();
  const history = createHistory(store, options.historyLimit ?? HISTORY_LIMIT);
  const faults: Faults = {
    cutWatches: (plural) => watches.each(plural, (watch) => watch.cut()),
    silenceWatches: (plural) => watches.each(plural, (watch) => watch.silence()),
    failLists: ({ times, code, plural }) => watches.failLists(times, code, plural),
    expireHistory() {
      store.skipVersion();
      history.expire();
      watches.each(undefined, (watch) => watch.expire());
    },
  };
  const context: ServerContext = {
    store,
    clock,
    catalogue: createCatalogue(options.resources),
    admission: [tellingWebhooks, ...(options.admission ?? [])],
    strategies: builtInStrategies(options.serviceNetwork),
    history,
    watches,
    faults,
    forbidden: new Set(options.forbid),
    bookmarkInterval: options.bookmarkInterval ?? BOOKMARK_INTERVAL,
  };

  function target(resource: ResourceName, namespace: string | undefined, name: string): Target {
    return { type: typeOf(resource), namespace, name };
  }

  function typeOf(resource: ResourceName): ResourceType {
    const type = context.catalogue.get(resource);
    if (type === undefined) throw notFound(resource, '');
    return type;
  }

  return {
    catalogue: context.catalogue,
    faults,
    create: (resource, object, writeOptions = {}) =>
      createObject(context, typeOf(resource), undefined, object, writeOptions),
    update(resource, object, writeOptions = {}) {
      const { namespace, name } = object.metadata;
      return updateObject(context, target(resource, namespace, name), object, writeOptions);
    },
    patch: (resource, namespace, name, patch, writeOptions = {}) =>
      patchObject(context, target(resource, namespace, name), patch, writeOptions).object,
    delete(resource, namespace, name, deleteOptions = {}) {
      deleteObject(context, target(resource, namespace, name), deleteOptions);
    },
    handle: (request, response) => handleRequest(context, request, response),
    close() {
      watches.each(undefined, (watch) => watch.cut());
      history.stop();
    },
  };
}
