import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { ApiError } from './api-error.ts';
import { followedStates } from './useFollowedState.ts';

/**
 * Why lists on the page are not followed any more, where that was said and `counts`. `undefined` where a list could not be read at
 * all, too: the page says that in its place.
 *
 * @param counts must not change from one rendering to the next.
 */
export function useStaleError(counts: (error: ApiError) => boolean): ApiError | undefined {
  const client = useQueryClient();
  const subscribe = useCallback(
    (listener: () => void) => client.getQueryCache().subscribe(listener),
    [client],
  );
  return useSyncExternalStore(subscribe, () => staleError(client, counts));
}

function staleError(client: QueryClient, counts: (error: ApiError) => boolean): ApiError | undefined {
  const states = followedStates(client);
  if (states.some(({ phase }) => phase === 'failed')) return undefined;
  return states
    .flatMap((state) => (state.phase === 'stale' && state.error !== undefined ? [state.error] : []))
    .find(counts);
}
