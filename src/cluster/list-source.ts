import { collectionPath, type KubernetesObject, type Resource } from './resources.ts';

/** Which objects a list is about. */
export interface ListSource<Item extends KubernetesObject> {
  readonly cluster: string;
  readonly resource: Resource<Item>;
  /** All namespaces when absent. */
  readonly namespace?: string | undefined;
  readonly labelSelector?: string | undefined;
  readonly fieldSelector?: string | undefined;
}

/** The key of a list in TanStack Query: equal for equal sources. */
export function listKey(source: ListSource<KubernetesObject>) {
  return [
    'list',
    source.cluster,
    `${source.resource.group}/${source.resource.plural}`,
    source.namespace ?? '',
    source.labelSelector ?? '',
    source.fieldSelector ?? '',
  ] as const;
}

/** The path of a LIST or WATCH of the source, with `query` besides its selectors. */
export function listPath(
  source: ListSource<KubernetesObject>,
  query: Readonly<Record<string, string>>,
): string {
  const all = {
    ...(source.labelSelector === undefined ? {} : { labelSelector: source.labelSelector }),
    ...(source.fieldSelector === undefined ? {} : { fieldSelector: source.fieldSelector }),
    ...query,
  };
  const search = new URLSearchParams(all).toString();
  const path = collectionPath(source.resource, source.namespace);
  return search === '' ? path : `${path}?${search}`;
}
