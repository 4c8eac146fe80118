import type { ClusterView } from '../../domain/cluster-view.ts';
import { draftWithPool, type PoolLink, type PoolLinkOutcome } from '../../domain/spiderpool/pool-link.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { newDraft } from '../../domain/workload/new-draft.ts';
import type { StoredDraft } from './stored-draft.ts';

/** What the form begins with. */
export interface StartingDraft {
  readonly draft: Draft;
  /** The pool that the URL asks for, and what became of it. */
  readonly linked?: { readonly pool: string; readonly outcome: PoolLinkOutcome };
}

const defaultNamespace = 'default';

/** The draft that was left unfinished; else a new one, as the URL asks for it. */
export function startingDraft(
  search: URLSearchParams,
  stored: StoredDraft | undefined,
  view: ClusterView,
): StartingDraft {
  const link = readPoolLink(search);
  if (stored !== undefined) {
    return { draft: stored.draft, ...(link && { linked: { pool: link.pool, outcome: 'kept' } }) };
  }
  const draft = newDraft({ namespace: search.get('namespace') ?? defaultNamespace });
  if (link === undefined) return { draft };
  const linked = draftWithPool(draft, link, view);
  return { draft: linked.draft, linked: { pool: link.pool, outcome: linked.outcome } };
}

/** Whether what the URL asks for can be done already, or never will be. */
export function canStart(search: URLSearchParams, view: ClusterView): boolean {
  if (readPoolLink(search) === undefined) return true;
  return [view.pools, view.attachments, view.nodes].every(({ state }) => state !== 'loading');
}

/** `?pool=NAME&nic=NAMESPACE/ATTACHMENT` */
function readPoolLink(search: URLSearchParams): PoolLink | undefined {
  const pool = search.get('pool') ?? '';
  return pool === '' ? undefined : { pool, attachment: search.get('nic') ?? '' };
}
