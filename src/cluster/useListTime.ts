import type { ListState } from './list-state.ts';
import type { KubernetesObject, Resource, Stored } from './resources.ts';
import { useListQuery } from './useList.ts';

/** What is known of a list, and when it was last heard of (milliseconds); `undefined` before that. */
export interface ListTime {
  readonly state: ListState;
  readonly changedAt: number | undefined;
}

/** The time of a list of the whole cluster: what is made of it is as good as that. Renders at every change of the list. */
export function useListTime(cluster: string, resource: Resource<Stored<KubernetesObject>>): ListTime {
  const { data, dataUpdatedAt } = useListQuery(cluster, resource);
  return data === undefined
    ? { state: { phase: 'listing', loaded: 0 }, changedAt: undefined }
    : { state: data.state, changedAt: dataUpdatedAt };
}
