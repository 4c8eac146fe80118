import type { ApiError } from './api-error.ts';

/** What is known of a list at this moment. Always true: shown on every list. */
export type ListState =
  /** The first list is being read, chunk by chunk. Items read so far are there already. */
  | { readonly phase: 'listing'; readonly loaded: number; readonly total?: number }
  /** Complete and followed by a watch. */
  | { readonly phase: 'live' }
  /** Complete as of `since` (milliseconds), no longer followed; being mended. */
  | {
      readonly phase: 'stale';
      readonly since: number;
      readonly reason: 'disconnected' | 'expired' | 'silent' | 'failed';
      /** What the server, or whatever is before it, said to the last attempt; absent where nothing did. */
      readonly error?: ApiError;
    }
  /** The resource does not exist in this cluster (404: CRD not installed). */
  | { readonly phase: 'absent' }
  /** The user may not list it (403). Never looks like "there is none". */
  | { readonly phase: 'forbidden'; readonly error: ApiError }
  /** Could not be read at all, and is tried again. */
  | { readonly phase: 'failed'; readonly error: ApiError };

export interface ListResult<Item> {
  readonly items: readonly Item[];
  readonly state: ListState;
}

const worstFirst = ['forbidden', 'failed', 'absent', 'listing', 'stale', 'live'] as const;

/** What is known of something that is read from several lists: the state of the one of which least is known. */
export function worstOf(first: ListState, ...others: readonly ListState[]): ListState {
  const rank = ({ phase }: ListState) => worstFirst.indexOf(phase);
  return others.reduce((worst, state) => (rank(state) < rank(worst) ? state : worst), first);
}
