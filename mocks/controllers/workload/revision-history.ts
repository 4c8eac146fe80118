import type { PodTemplateSpec } from 'kubernetes-types/core/v1';
import { objectOr, sameJson } from '../../store/json.ts';
import type { ControllerContext } from '../controller-context.ts';
import type { DaemonSet, Immutable, Revision, StatefulSet } from '../kinds.ts';
import { controllerReference } from './owner-reference.ts';
import { templateHash } from './template-hash.ts';

const REVISIONS = 'apps/v1/controllerrevisions';
/** The label of a ControllerRevision that carries its hash, by the kind of its owner. */
const HASH_LABEL = { StatefulSet: 'controller.kubernetes.io/hash', DaemonSet: 'controller-revision-hash' };

/** The label of Pods that says from which revision they were made. */
export const POD_REVISION = 'controller-revision-hash';

/** The templates that a StatefulSet or DaemonSet has had. */
export interface RevisionHistory {
  /** The revision of the template now. */
  update: Revision;
  /** Oldest first, `update` included. */
  all: readonly Revision[];
}

/**
 * Finds or makes the ControllerRevision of the current template. One that becomes current again gets the next number.
 * Source: `getStatefulSetRevisions` and `constructHistory` of k8s.io/kubernetes/pkg/controller.
 */
export function syncRevisions(context: ControllerContext, owner: StatefulSet | DaemonSet): RevisionHistory {
  const { cluster, store } = context;
  const data = { spec: { template: { ...owner.spec.template, $patch: 'replace' } } };
  const before = readRevisions(context, owner);
  const newest = before.at(-1);
  const equal = before.filter((revision) => sameJson(revision.data, data)).at(-1);
  const next = (newest?.revision ?? 0) + 1;
  if (equal === undefined) {
    const hash = freeHash(context, owner);
    const { labels } = owner.spec.template.metadata ?? {};
    const kind = owner.kind === 'DaemonSet' ? 'DaemonSet' : 'StatefulSet';
    store.create(REVISIONS, {
      apiVersion: 'apps/v1',
      kind: 'ControllerRevision',
      metadata: {
        name: `${owner.metadata.name}-${hash}`,
        ...(owner.metadata.namespace === undefined ? {} : { namespace: owner.metadata.namespace }),
        labels: { ...labels, [HASH_LABEL[kind]]: hash },
        annotations: { ...owner.metadata.annotations },
        ownerReferences: [controllerReference(owner)],
      },
      data,
      revision: next,
    });
  } else if (equal !== newest) {
    cluster.modify(REVISIONS, equal, (copy) => {
      copy.revision = next;
    });
  }
  const all = readRevisions(context, owner);
  const update = all.at(-1);
  if (update === undefined) throw new Error(`no revision of ${owner.kind} ${owner.metadata.name} was stored`);
  return { update, all };
}

/** The template that a revision stands for. */
export function templateOf({ data }: Revision): Immutable<PodTemplateSpec> {
  const { $patch: _, ...template } = objectOr(objectOr(objectOr(data).spec).template);
  return template;
}

/** Deletes the oldest revisions beyond the limit; those in use stay. */
export function forgetRevisions(
  context: ControllerContext,
  history: RevisionHistory,
  limit: number,
  isInUse: (revision: Revision) => boolean,
): void {
  const unused = history.all.filter((revision) => !isInUse(revision));
  for (const revision of unused.slice(0, Math.max(0, unused.length - limit))) {
    context.cluster.delete(REVISIONS, revision);
  }
}

function readRevisions({ cluster }: ControllerContext, owner: StatefulSet | DaemonSet): Revision[] {
  return cluster.controlledBy(REVISIONS, owner).sort((a, b) => a.revision - b.revision);
}

/** The hash of the template; another one when the name is taken by a template with the same hash. */
function freeHash({ cluster }: ControllerContext, owner: StatefulSet | DaemonSet): string {
  const { namespace, name } = owner.metadata;
  for (let collisions = 0; ; collisions += 1) {
    const hash = templateHash(owner.spec.template, collisions);
    if (cluster.get(REVISIONS, namespace, `${name}-${hash}`) === undefined) return hash;
  }
}
