import type { ClusterView } from '../../domain/cluster-view.ts';
import type { PoolLink, PoolLinkOutcome } from '../../domain/spiderpool/pool-link.ts';
import type { StoredDraft } from './stored-draft.ts';

/** The pool that the URL asks for, and what became of it. */
export interface LinkedPool {
  readonly pool: string;
  readonly outcome: PoolLinkOutcome;
}

/** `?pool=NAME&nic=NAMESPACE/ATTACHMENT` */
export function readPoolLink(search: URLSearchParams): PoolLink | undefined {
  const pool = search.get('pool') ?? '';
  return pool === '' ? undefined : { pool, attachment: search.get('nic') ?? '' };
}

/** Whether what the URL asks for can be done already, or never will be. */
export function canStart(search: URLSearchParams, view: ClusterView): boolean {
  if (readPoolLink(search) === undefined) return true;
  return [view.pools, view.attachments, view.nodes].every(({ state }) => state !== 'loading');
}

/** A draft that was left unfinished stays as it is: the pool was not added to it. */
export function linkedOver(
  stored: StoredDraft | undefined,
  linked: LinkedPool | undefined,
): LinkedPool | undefined {
  return linked && stored ? { ...linked, outcome: 'kept' } : linked;
}
