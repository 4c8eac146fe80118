import type { Column, ResourceType } from './api/resource-type.ts';
import type { SimulatedApi } from './api/simulated-api.ts';
import type { MemoryStore } from './store/memory-store.ts';
import type { NewKubeObject } from './store/store.ts';

const NAMESPACES = 'v1/namespaces';
const SERVICE_ACCOUNTS = 'v1/serviceaccounts';
const CONFIG_MAPS = 'v1/configmaps';
const DEFINITIONS = 'apiextensions.k8s.io/v1/customresourcedefinitions';

/** Namespaces that every cluster has. */
const ALWAYS = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

/**
 * Creates what every cluster has, unless a scenario has made it: namespaces, the Service `kubernetes`, and the definitions
 * of the custom resources that are served.
 */
export function createBaseObjects(api: SimulatedApi, store: MemoryStore, serviceAddress: string): void {
  for (const name of ALWAYS) {
    if (store.peek(NAMESPACES, undefined, name) !== undefined) continue;
    api.create(NAMESPACES, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  }
  api.create('v1/services', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'kubernetes',
      namespace: 'default',
      labels: { component: 'apiserver', provider: 'kubernetes' },
    },
    spec: {
      clusterIP: serviceAddress,
      ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: 6443 }],
    },
  });
  for (const type of api.catalogue.types) {
    if (type.custom === true) store.create(DEFINITIONS, definitionOf(type));
  }
}

const AUTHORITY = 'kube-root-ca.crt';
const AUTHORITY_NOTE =
  'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.';

/**
 * Gives every namespace its ServiceAccount `default` and the ConfigMap with the certificate of the API server's authority,
 * now and later. Returns the way to stop.
 */
export function keepServiceAccounts(store: MemoryStore): () => void {
  const ensure = (namespace: string) => {
    if (store.peek(SERVICE_ACCOUNTS, namespace, 'default') === undefined) {
      store.create(SERVICE_ACCOUNTS, {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'default', namespace },
      });
    }
    if (store.peek(CONFIG_MAPS, namespace, AUTHORITY) !== undefined) return;
    store.create(CONFIG_MAPS, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: AUTHORITY,
        namespace,
        annotations: { 'kubernetes.io/description': AUTHORITY_NOTE },
      },
      data: { 'ca.crt': '-----BEGIN CERTIFICATE-----\nsimulated\n-----END CERTIFICATE-----\n' },
    });
  };
  for (const { metadata } of store.peekList(NAMESPACES)) ensure(metadata.name);
  return store.observe(({ type, resource, object }) => {
    if (resource === NAMESPACES && type === 'ADDED') ensure(object.metadata.name);
  });
}

function definitionOf(type: ResourceType): NewKubeObject {
  const { group, version, kind, listKind, plural, singular, shortNames = [], categories = [] } = type;
  const names = {
    plural,
    singular,
    kind,
    listKind,
    ...filled('shortNames', shortNames),
    ...filled('categories', categories),
  };
  const condition = (conditionType: string, reason: string) => ({
    type: conditionType,
    status: 'True',
    reason,
  });
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names,
      scope: type.namespaced ? 'Namespaced' : 'Cluster',
      conversion: { strategy: 'None' },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: { openAPIV3Schema: type.schema ?? { type: 'object' } },
          ...(type.subresources?.status === true ? { subresources: { status: {} } } : {}),
          ...filled('additionalPrinterColumns', (type.columns ?? []).flatMap(printerColumn)),
        },
      ],
    },
    status: {
      acceptedNames: names,
      storedVersions: [version],
      conditions: [
        condition('NamesAccepted', 'NoConflicts'),
        condition('Established', 'InitialNamesAccepted'),
      ],
    },
  };
}

/** Columns that are computed here have no JSONPath to tell, and are not in the definition. */
function printerColumn({ name, type, value, priority = 0, description }: Column) {
  if (typeof value !== 'string') return [];
  return [
    {
      name,
      type,
      jsonPath: value,
      ...(priority === 0 ? {} : { priority }),
      ...(description === undefined ? {} : { description }),
    },
  ];
}

/** A list under its name; nothing where it is empty, as Go writes it. */
function filled(name: string, list: readonly unknown[]): Record<string, unknown[]> {
  return list.length === 0 ? {} : { [name]: [...list] };
}
