import { objectOr, textOr } from './json.ts';
import type { KubeObject, ResourceName } from './store.ts';

/** What a client asks of a deletion (`DeleteOptions`). */
export interface DeletionOptions {
  gracePeriodSeconds?: number;
  propagation?: 'Background' | 'Foreground' | 'Orphan';
  uid?: string;
}

/** The finalizers of an object; a Namespace has a second list in its spec. */
export function finalizersOf(object: KubeObject): string[] {
  const own = object.metadata.finalizers ?? [];
  if (object.kind !== 'Namespace') return own;
  const inSpec = objectOr(object.spec).finalizers;
  return Array.isArray(inSpec) ? [...own, ...inSpec.map(textOr)] : own;
}

/**
 * Whether nothing keeps a deleted object any longer: it has been marked, its grace is over, no finalizer is left.
 * Source: `deletionFinalizersForGarbageCollection` and `ShouldDeleteDuringUpdate` of the API server's generic registry.
 */
export function mayBeRemoved(object: KubeObject): boolean {
  const { deletionTimestamp, deletionGracePeriodSeconds } = object.metadata;
  return deletionTimestamp !== undefined && !deletionGracePeriodSeconds && finalizersOf(object).length === 0;
}

/**
 * Marks an object as deleted. The caller removes it when `mayBeRemoved` says so.
 * @param now milliseconds since 1970
 */
export function markDeleted(
  resource: ResourceName,
  object: KubeObject,
  options: DeletionOptions,
  now: number,
): KubeObject {
  const metadata = { ...object.metadata };
  const grace = resource === 'v1/pods' ? podGrace(object, options) : 0;
  const earlier = metadata.deletionTimestamp !== undefined;
  if (!earlier || grace < (metadata.deletionGracePeriodSeconds ?? 0)) {
    metadata.deletionTimestamp = seconds(now + grace * 1000);
    // Deletions without grace are not written for namespaces, which go their own way.
    if (resource !== 'v1/namespaces') metadata.deletionGracePeriodSeconds = grace;
  }
  const kept = (metadata.finalizers ?? []).filter(
    (name) => name !== 'orphan' && name !== 'foregroundDeletion',
  );
  if (options.propagation === 'Orphan') kept.push('orphan');
  else if (options.propagation === 'Foreground') kept.push('foregroundDeletion');
  else if (options.propagation === undefined) kept.splice(0, kept.length, ...(metadata.finalizers ?? []));
  delete metadata.finalizers;
  if (kept.length > 0) metadata.finalizers = kept;
  const marked: KubeObject = { ...object, metadata };
  if (resource === 'v1/namespaces') marked.status = { ...objectOr(object.status), phase: 'Terminating' };
  return marked;
}

/** The grace of a Pod in seconds: none when it was never scheduled or has ended. Source: `podStrategy.CheckGracefulDelete`. */
function podGrace(pod: KubeObject, options: DeletionOptions): number {
  const spec = objectOr(pod.spec);
  const phase = objectOr(pod.status).phase;
  if (textOr(spec.nodeName) === '' || phase === 'Failed' || phase === 'Succeeded') return 0;
  const asked = options.gracePeriodSeconds ?? spec.terminationGracePeriodSeconds;
  const grace = typeof asked === 'number' ? asked : 30;
  return grace < 0 ? 1 : grace;
}

/** RFC 3339 with whole seconds, as `metav1.Time` is written. */
export function seconds(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
