import type { ClusterView } from '../../domain/cluster-view.ts';
import type { PoolLink, PoolLinkOutcome, PoolNeeds } from '../../domain/spiderpool/pool-link.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import type { StoredDraft } from './stored-draft.ts';

/** The pool that the URL asks for, and what became of it. */
export interface LinkedPool {
  readonly pool: string;
  readonly outcome: PoolLinkOutcome;
  /** What the draft was given for its sake. */
  readonly needs: PoolNeeds;
}

/** `?pool=NAME&nic=NAMESPACE/ATTACHMENT` */
export function readPoolLink(search: URLSearchParams): PoolLink | undefined {
  const pool = search.get('pool') ?? '';
  if (pool === '') return undefined;
  return { pool, attachment: search.get('nic') ?? '', inNamespace: search.has('namespace') };
}

/** Whether what the URL asks for can be done already, or never will be. */
export function canStart(search: URLSearchParams, view: ClusterView): boolean {
  if (readPoolLink(search) === undefined) return true;
  return [view.pools, view.attachments, view.nodes, view.namespaces].every(
    ({ state }) => state !== 'loading',
  );
}

/** A draft that was left unfinished stays as it is: nothing is said of a pool that it has, another was not added to it. */
export function linkedOver(
  stored: StoredDraft | undefined,
  linked: LinkedPool | undefined,
): LinkedPool | undefined {
  if (linked === undefined || stored === undefined) return linked;
  return namesPool(stored.draft, linked.pool) ? undefined : { ...linked, outcome: 'kept', needs: {} };
}

function namesPool({ network: { eth0, nics } }: Draft, pool: string): boolean {
  return [eth0, ...nics].some(({ pools }) => pools.ipv4.includes(pool) || pools.ipv6.includes(pool));
}
