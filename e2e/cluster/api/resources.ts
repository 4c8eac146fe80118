import type { ResourceName } from '../../../mocks/store/store.ts';

/** Resources that have no namespace, of those that are used here. */
const CLUSTER_WIDE = new Set([
  'namespaces',
  'nodes',
  'spiderippools',
  'spidersubnets',
  'spiderreservedips',
  'spidercoordinators',
  'customresourcedefinitions',
  'mutatingwebhookconfigurations',
  'validatingwebhookconfigurations',
  'clusterroles',
  'clusterrolebindings',
]);

/** The irregular plurals of the kinds that are used here; all others take an `s`. */
const PLURALS: Readonly<Record<string, string>> = {
  NetworkAttachmentDefinition: 'network-attachment-definitions',
};

/** `v1/pods`, `apps/v1/deployments`: the resource that objects of a kind are created in. */
export function resourceOf({ apiVersion, kind }: { apiVersion: string; kind: string }): ResourceName {
  return `${apiVersion}/${PLURALS[kind] ?? `${kind.toLowerCase()}s`}`;
}

/**
 * The path of a resource or of one object.
 * @param namespace left out where the resource has none; without it, a namespaced resource is that of all namespaces
 */
export function pathOf(
  resource: ResourceName,
  namespace?: string,
  name?: string,
  subresource?: 'status',
): string {
  const parts = resource.split('/');
  const plural = parts.pop() ?? '';
  const base = parts.length === 1 ? `/api/${parts[0]}` : `/apis/${parts.join('/')}`;
  const place =
    namespace === undefined || CLUSTER_WIDE.has(plural) ? '' : `/namespaces/${encodeURIComponent(namespace)}`;
  const one = name === undefined ? '' : `/${encodeURIComponent(name)}`;
  return `${base}${place}/${plural}${one}${subresource === undefined ? '' : `/${subresource}`}`;
}
