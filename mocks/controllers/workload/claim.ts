import type { LabelSelector } from 'kubernetes-types/meta/v1';
import { controllerOf } from '../cluster.ts';
import type { Cluster } from '../cluster.ts';
import type { AnyObject, Immutable, KindName, Kinds } from '../kinds.ts';
import { matchesSelector } from '../label-selector.ts';
import { controllerReference } from './owner-reference.ts';

/**
 * The objects of `resource` that belong to `owner`. Objects without a controller whose labels match are adopted, owned
 * ones whose labels no longer match are released; both are stored at once.
 * Source: `BaseControllerRefManager.ClaimObject` of k8s.io/kubernetes/pkg/controller.
 */
export function claim<K extends KindName>(
  cluster: Cluster,
  resource: K,
  owner: AnyObject,
  selector: Immutable<LabelSelector> | undefined,
  adoptable: (object: Immutable<Kinds[K]>) => boolean = () => true,
): Immutable<Kinds[K]>[] {
  const { namespace, uid, deletionTimestamp } = owner.metadata;
  const ownerGoes = deletionTimestamp !== undefined;
  const claimed: Immutable<Kinds[K]>[] = [];
  for (const object of cluster.list(resource, namespace)) {
    const controller = controllerOf(object);
    if (controller !== undefined && controller.uid !== uid) continue;
    const matches = matchesSelector(selector, object.metadata.labels);
    if (controller !== undefined && matches) claimed.push(object);
    else if (controller !== undefined && !ownerGoes) release(cluster, resource, object, uid);
    else if (controller === undefined && matches && !ownerGoes && isFree(object) && adoptable(object)) {
      const adopted = adopt(cluster, resource, object, owner);
      if (adopted !== undefined) claimed.push(adopted);
    }
  }
  return claimed;
}

function isFree(object: AnyObject): boolean {
  return object.metadata.deletionTimestamp === undefined;
}

function adopt<K extends KindName>(cluster: Cluster, resource: K, object: AnyObject, owner: AnyObject) {
  cluster.modify(resource, object, ({ metadata }) => {
    metadata.ownerReferences = [...(metadata.ownerReferences ?? []), controllerReference(owner)];
  });
  return cluster.get(resource, object.metadata.namespace, object.metadata.name);
}

function release(cluster: Cluster, resource: KindName, object: AnyObject, uid: string): void {
  cluster.modify(resource, object, ({ metadata }) => {
    const others = (metadata.ownerReferences ?? []).filter((reference) => reference.uid !== uid);
    if (others.length > 0) metadata.ownerReferences = others;
    else delete metadata.ownerReferences;
  });
}
