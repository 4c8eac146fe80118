import type { Finding } from '../../domain/checks/finding.ts';
import { known, type ClusterView } from '../../domain/cluster-view.ts';
import { attachmentsById } from '../../domain/multus/attachment-index.ts';
import { deviceNeedOf } from '../../domain/multus/device-need.ts';
import { draftWithPool } from '../../domain/spiderpool/pool-link.ts';
import { ofExisting } from '../../domain/spiderpool/read-network.ts';
import { copyManifest, copyName } from '../../domain/workload/copy-manifest.ts';
import { readDraft } from '../../domain/workload/draft-document.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import type { ManifestDocuments } from '../../domain/workload/manifest-document.ts';
import { newDraft } from '../../domain/workload/new-draft.ts';
import { readPoolLink, type LinkedPool } from './linked-pool.ts';
import { baseOf, draftKey, type StoredDraft } from './stored-draft.ts';

const defaultNamespace = 'default';

/** What a form starts from, unless a draft of it was left unfinished. */
export interface DraftStart {
  /** Where the unfinished draft is kept. A copy has a place of its own: it never takes that of a new workload. */
  readonly storageKey: string;
  /** The documents that the draft was read from; none for a new workload. */
  readonly base: ManifestDocuments;
  readonly draft: Draft;
  /** What of the documents the form cannot show. */
  readonly notes: readonly Finding[];
  /** The workload that this is a copy of. */
  readonly copyOf?: ObjectName;
  readonly linked?: LinkedPool;
}

export interface ObjectName {
  readonly namespace: string;
  readonly name: string;
}

/** A new workload, in the namespace and with the pool that the URL asks for. */
export function freshStart(cluster: string, search: URLSearchParams, view: ClusterView): DraftStart {
  const draft = newDraft({ namespace: search.get('namespace') ?? defaultNamespace });
  const start: DraftStart = { storageKey: draftKey(cluster), base: [], draft, notes: [] };
  const link = readPoolLink(search);
  if (link === undefined) return start;
  const linked = draftWithPool(draft, link, view);
  return {
    ...start,
    draft: linked.draft,
    linked: { pool: link.pool, outcome: linked.outcome, needs: linked.needs },
  };
}

/** A copy of a Deployment as the cluster has it now, under another name. */
export function copyStart(
  cluster: string,
  of: ObjectName,
  deployment: object,
  view: ClusterView,
): DraftStart {
  const base = copyManifest(deployment);
  const attachments = known(view.attachments);
  const byId = attachments && attachmentsById(attachments);
  const { draft, notes } = readDraft(base, (attachment) => deviceNeedOf(byId?.get(attachment)));
  return {
    storageKey: draftKey(cluster, of),
    base,
    draft: {
      ...draft,
      basics: { ...draft.basics, name: copyName(of.name) },
      network: ofExisting(draft.network),
    },
    notes,
    copyOf: of,
  };
}

/** A copy that was left unfinished: all of it is kept, so the Deployment need not be there any more. */
export function restoredCopyStart(
  cluster: string,
  of: ObjectName,
  stored: StoredDraft,
): DraftStart | undefined {
  const base = baseOf(stored);
  if (base === undefined) return undefined;
  const { notes } = readDraft(base);
  return { storageKey: draftKey(cluster, of), base, draft: stored.draft, notes, copyOf: of };
}

/** Reads `namespace/name` from the URL. */
export function readObjectName(text: string | null): ObjectName | undefined {
  const [namespace = '', name = '', ...rest] = (text ?? '').split('/');
  return namespace === '' || name === '' || rest.length > 0 ? undefined : { namespace, name };
}
