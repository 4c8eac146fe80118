import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import { matchLabels } from '../label-selector.ts';
import type { Draft } from '../workload/draft.ts';
import { NAME_LABEL } from '../workload/labels.ts';
import { withLabels } from '../workload/with-labels.ts';
import { asLabels, asNodeSelector } from './node-selector.ts';
import { podContextOf } from './pod-context.ts';
import { networkWithPool } from './pool-draft.ts';
import { poolsByName } from './pool-index.ts';
import { isAutoPool, namespaceRule } from './pool-rules.ts';
import type { Pool } from './pool.ts';

/** What a link to the form asks for. */
export interface PoolLink {
  readonly pool: string;
  /** `namespace/name`, `''` where the link leaves it open. */
  readonly attachment: string;
  /** The link names the namespace: it stays, whether or not it fits. */
  readonly inNamespace: boolean;
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

/** What a new draft was given beforehand, since the pool serves nothing else. */
export interface PoolNeeds {
  readonly namespace?: string;
  /** The workload's name, which its Pods have as a label. */
  readonly name?: string;
  readonly podLabels?: Readonly<Record<string, string>>;
  readonly nodeSelector?: Readonly<Record<string, string>>;
}

export interface LinkedDraft {
  readonly draft: Draft;
  readonly outcome: PoolLinkOutcome;
  readonly needs: PoolNeeds;
}

/** A new draft with the pool of a link on net1, where and as the pool will serve it as far as that can be said beforehand. */
export function draftWithPool(draft: Draft, link: PoolLink, view: ClusterView): LinkedDraft {
  const pools = known(view.pools);
  const pool = poolsByName(pools ?? []).get(link.pool);
  if (pool === undefined) {
    return { draft, outcome: pools === undefined ? 'unreadable' : 'notFound', needs: {} };
  }
  const needs = needsOf(pool, draft, link, view);
  const fitting = withNeeds(draft, needs);
  const network = networkWithPool(pool, link.attachment, podContextOf(fitting), view);
  return { draft: { ...fitting, network }, outcome: 'done', needs };
}

function needsOf(pool: Pool, draft: Draft, { inNamespace }: PoolLink, view: ClusterView): PoolNeeds {
  const namespace = inNamespace ? undefined : fittingNamespace(pool, draft, view);
  const nodeSelector = asNodeSelector(pool.nodeNames, pool.nodeAffinity);
  return {
    ...(namespace === undefined || namespace === draft.basics.namespace ? {} : { namespace }),
    ...podNeeds(pool, draft),
    ...(nodeSelector === undefined ? {} : { nodeSelector }),
  };
}

/** The draft's own namespace if the pool serves it, else the first by name that it serves; `undefined` where none is known. */
function fittingNamespace(pool: Pool, { basics }: Draft, view: ClusterView): string | undefined {
  const namespaces = known(view.namespaces);
  if (namespaces === undefined) return pool.namespaceNames[0];
  const fits = ({ name, labels }: { name: string; labels: Readonly<Record<string, string>> }) =>
    namespaceRule(pool, { pod: { namespace: name }, namespaceLabels: labels }) === undefined;
  const fitting = namespaces
    .filter((each) => !each.terminating && fits(each))
    .map(({ name }) => name)
    .toSorted();
  return fitting.includes(basics.namespace) ? basics.namespace : fitting[0];
}

/** The labels of `podAffinity` (S5). That which a Deployment selects its Pods by follows its name. */
function podNeeds(pool: Pool, draft: Draft): Pick<PoolNeeds, 'name' | 'podLabels'> {
  const { podAffinity } = pool;
  if (podAffinity === undefined || isAutoPool(pool)) return {};
  const labels = asLabels(podAffinity);
  if (labels === undefined || matchLabels(podAffinity, podContextOf(draft).podLabels) === 'match') return {};
  const { [NAME_LABEL]: name, ...rest } = labels;
  const named = name !== undefined && draft.metadata.selector.byName;
  const podLabels = named ? rest : labels;
  return {
    ...(named ? { name } : {}),
    ...(Object.keys(podLabels).length === 0 ? {} : { podLabels }),
  };
}

function withNeeds(draft: Draft, { namespace, name, podLabels, nodeSelector }: PoolNeeds): Draft {
  const { basics, metadata, scheduling } = draft;
  return {
    ...draft,
    basics: { ...basics, namespace: namespace ?? basics.namespace, name: name ?? basics.name },
    metadata: { ...metadata, podLabels: withLabels(metadata.podLabels, podLabels ?? {}) },
    scheduling: { ...scheduling, nodeSelector: withLabels(scheduling.nodeSelector, nodeSelector ?? {}) },
  };
}
