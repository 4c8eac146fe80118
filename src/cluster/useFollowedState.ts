import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { ListResult, ListState } from './list-state.ts';

/**
 * What is known of all lists on the page together: the state of the one that is worst off. `undefined` where there
 * are none. Lists that may not be read, or are not there, are left out: nothing is being waited for.
 */
export function useFollowedState(): ListState | undefined {
  const client = useQueryClient();
  const subscribe = useCallback(
    (listener: () => void) => client.getQueryCache().subscribe(listener),
    [client],
  );
  return useSyncExternalStore(subscribe, () => worstState(client));
}

/** What is known of each list that something on the page shows. */
export function followedStates(client: QueryClient): readonly ListState[] {
  return client
    .getQueryCache()
    .findAll({ queryKey: ['list'] })
    .flatMap((query) => {
      const state = (query.state.data as ListResult<unknown> | undefined)?.state;
      return state === undefined || query.getObserversCount() === 0 ? [] : [state];
    });
}

function worstState(client: QueryClient): ListState | undefined {
  const followed = followedStates(client);
  return order
    .map((phase) => followed.find((state) => state.phase === phase))
    .find((state) => state !== undefined);
}

const order = ['failed', 'stale', 'listing', 'live'] as const satisfies readonly ListState['phase'][];
