import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createManualClock } from '../manual-clock.ts';
import type { ManualClock } from '../manual-clock.ts';
import { scalarText } from '../store/json.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import { StatusError } from '../store/store.ts';
import type { NewKubeObject } from '../store/store.ts';
import { builtInResources } from './resources/built-in.ts';
import type { ResourceType } from './resource-type.ts';
import { resourceNameOf } from './resource-type.ts';
import { createSimulatedApi } from './simulated-api.ts';
import type { SimulatedApi, SimulatedApiOptions } from './simulated-api.ts';

/** An API server for tests: nothing acts in it, and its clock stands still. */
export interface TestServer {
  readonly url: string;
  readonly store: MemoryStore;
  readonly clock: ManualClock;
  readonly api: SimulatedApi;
  request(method: string, path: string, init?: RequestOptions): Promise<TestAnswer>;
  close(): Promise<void>;
}

export interface RequestOptions {
  /** Text as it is, anything else as JSON. */
  body?: unknown;
  /** Default `application/json`. */
  type?: string;
  headers?: Readonly<Record<string, string>>;
}

/** JSON as it came, to be walked by key and index. */
export interface Wire {
  readonly [key: string]: Wire;
}

export interface TestAnswer {
  code: number;
  /** The decoded JSON, or the text when it is none. */
  body: Wire;
  headers: Headers;
}

/** A custom resource for tests: pruned, with numbers, a default, and columns. */
export const widgetType: ResourceType = {
  group: 'example.com',
  version: 'v1',
  plural: 'widgets',
  singular: 'widget',
  kind: 'Widget',
  listKind: 'WidgetList',
  namespaced: true,
  custom: true,
  subresources: { status: true },
  columns: [
    { name: 'SIZE', type: 'integer', value: '.spec.size' },
    { name: 'READY', type: 'string', value: '.status.conditions[?(@.type=="Ready")].status' },
  ],
  schema: {
    type: 'object',
    required: ['spec'],
    properties: {
      spec: {
        type: 'object',
        required: ['size'],
        properties: {
          size: { type: 'integer', minimum: 1, maximum: 10 },
          colour: { type: 'string', default: 'red', enum: ['red', 'blue'] },
          names: { type: 'array', items: { type: 'string', pattern: '^[a-z]+$' }, maxItems: 2 },
          free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
        },
      },
      status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    },
  },
};

/** Starts a server on a free loopback port, with the namespaces `default` and `other`. */
export async function startTestServer(options: Partial<SimulatedApiOptions> = {}): Promise<TestServer> {
  const clock = createManualClock();
  const resources = options.resources ?? [...builtInResources, widgetType];
  const withStatus = new Set(
    resources.filter((type) => type.subresources?.status === true).map(resourceNameOf),
  );
  const store = createMemoryStore({ clock, hasStatus: (resource) => withStatus.has(resource) });
  const api = createSimulatedApi({ ...options, store, clock, resources });
  for (const name of ['default', 'other']) {
    api.create('v1/namespaces', { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }
  const server = createServer((request, response) => api.handle(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    store,
    clock,
    api,
    async request(method, path, init = {}) {
      const { body, type = 'application/json', headers = {} } = init;
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const answer = await fetch(url + path, {
        method,
        headers: { 'content-type': type, ...headers },
        ...(body === undefined ? {} : { body: text }),
      });
      return { code: answer.status, body: parsed(await answer.text()), headers: answer.headers };
    },
    async close() {
      api.close();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function parsed(text: string): Wire {
  try {
    return JSON.parse(text) as Wire;
  } catch {
    return text as unknown as Wire;
  }
}

/** The smallest Deployment that is right. */
export function deployment(name: string, spec: object = {}, metadata: object = {}): NewKubeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'default', ...metadata },
    spec: {
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: { containers: [{ name: 'c', image: 'nginx:1.27' }] },
      },
      ...spec,
    },
  };
}

/** What is wrong with a write, as `field: message` of each cause; the message itself of an error without causes. */
export function problemsOf(action: () => unknown): string[] {
  try {
    action();
    return [];
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    const { details, message } = error.status;
    return details?.causes?.map((cause) => `${cause.field}: ${cause.message}`) ?? [message];
  }
}

/** The text or number at a place of an answer; empty when there is none. */
export function textAt(wire: Wire | undefined, ...path: string[]): string {
  let place: Wire | undefined = wire;
  for (const key of path) place = place?.[key];
  return place === undefined ? '' : scalarText(place);
}

/** The names of a list's items. */
export function namesOf(list: Wire): string[] {
  return Object.values(list['items'] ?? {}).map((item) => textAt(item, 'metadata', 'name'));
}

/** A ConfigMap, for tests that need just some object. */
export function configMap(
  name: string,
  labels: Record<string, string> = {},
  namespace = 'default',
): NewKubeObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace, labels }, data: { key: name } };
}

/** A widget. */
export function widget(name: string, spec: object = { size: 3 }): NewKubeObject {
  return { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name, namespace: 'default' }, spec };
}

export const PATHS = {
  deployments: '/apis/apps/v1/namespaces/default/deployments',
  configMaps: '/api/v1/namespaces/default/configmaps',
  services: '/api/v1/namespaces/default/services',
  widgets: '/apis/example.com/v1/namespaces/default/widgets',
} as const;
