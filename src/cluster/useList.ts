import { skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLists } from './ClusterProvider.tsx';
import { listKey } from './list-source.ts';
import type { ListResult } from './list-state.ts';
import type { KubernetesObject, Resource, Stored } from './resources.ts';

export interface ListFilter {
  /** All namespaces when absent. */
  readonly namespace?: string | undefined;
  /** Kubernetes' own syntax: `app=web,tier!=cache`. */
  readonly labelSelector?: string | undefined;
  readonly fieldSelector?: string | undefined;
  /** False asks for nothing: the list stays `listing` with nothing loaded. */
  readonly enabled?: boolean;
}

const notAsked = ['not asked'] as const;

const nothingYet: ListResult<never> = { items: [], state: { phase: 'listing', loaded: 0 } };

/**
 * A list of objects, live for as long as the component is there. Components that ask for the same list share it.
 * `items` is immutable and keeps its reference, and that of each object, until something changes.
 */
export function useList<Item extends Stored<KubernetesObject>>(
  cluster: string,
  resource: Resource<Item>,
  filter: ListFilter = {},
): ListResult<Item> {
  return useListQuery(cluster, resource, filter).data ?? nothingYet;
}

/** The same as the query that holds it; without data before anything was heard. */
export function useListQuery<Item extends Stored<KubernetesObject>>(
  cluster: string,
  resource: Resource<Item>,
  filter: ListFilter = {},
): UseQueryResult<ListResult<Item>> {
  const lists = useLists();
  const { namespace, labelSelector, fieldSelector, enabled = true } = filter;
  useEffect(
    () =>
      enabled ? lists.observe({ cluster, resource, namespace, labelSelector, fieldSelector }) : undefined,
    [lists, cluster, resource, namespace, labelSelector, fieldSelector, enabled],
  );
  return useQuery<ListResult<Item>>({
    // A list that is asked for no longer must not count as followed: `useFollowedState` would take it for stale.
    queryKey: enabled ? listKey({ cluster, resource, namespace, labelSelector, fieldSelector }) : notAsked,
    queryFn: skipToken,
  });
}
