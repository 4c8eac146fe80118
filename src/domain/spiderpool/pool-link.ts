import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import type { Draft } from '../workload/draft.ts';
import { podContextOf } from './pod-context.ts';
import { networkWithPool } from './pool-draft.ts';
import { poolsByName } from './pool-index.ts';

/** What a link to the form asks for. */
export interface PoolLink {
  readonly pool: string;
  /** `namespace/name`, `''` where the link leaves it open. */
  readonly attachment: string;
}

/** What became of it. */
export type PoolLinkOutcome =
  | 'done'
  /** There is no such pool. */
  | 'notFound'
  /** The pools cannot be read, so the family is not known. */
  | 'unreadable'
  /** A draft that was begun before is not touched. */
  | 'kept';

/** A new draft with the pool of a link on net1. */
export function draftWithPool(
  draft: Draft,
  { pool: name, attachment }: PoolLink,
  view: ClusterView,
): { readonly draft: Draft; readonly outcome: PoolLinkOutcome } {
  const pools = known(view.pools);
  const pool = poolsByName(pools ?? []).get(name);
  if (pool === undefined) return { draft, outcome: pools === undefined ? 'unreadable' : 'notFound' };
  const network = networkWithPool(pool, attachment, podContextOf(draft), view);
  return { draft: { ...draft, network }, outcome: 'done' };
}
