import type { NamespaceCondition } from 'kubernetes-types/core/v1';
import { seconds } from '../../store/deletion.ts';
import type { ControllerContext } from '../controller-context.ts';

const NAMESPACES = 'v1/namespaces';
const FINALIZER = 'kubernetes';

/**
 * Empties a namespace that is being deleted, then lets it go.
 * Source: k8s.io/kubernetes/pkg/controller/namespace/deletion.
 */
export function startNamespaceController(context: ControllerContext): void {
  const { cluster, store } = context;
  const queue = context.queue(empty);

  context.watch(NAMESPACES, ({ type, object }) => {
    if (type === 'DELETED' || object.metadata.deletionTimestamp !== undefined)
      queue.add(object.metadata.name);
  });
  context.onStop(
    store.observe(({ type, object }) => {
      const { namespace } = object.metadata;
      if (type === 'DELETED' && namespace !== undefined && isGoing(namespace)) queue.add(namespace);
    }),
  );

  function isGoing(name: string): boolean {
    return cluster.get(NAMESPACES, undefined, name)?.metadata.deletionTimestamp !== undefined;
  }

  function empty(name: string): void {
    const namespace = cluster.get(NAMESPACES, undefined, name);
    if (namespace !== undefined && namespace.metadata.deletionTimestamp === undefined) return;
    for (const resource of store.resources()) {
      for (const object of store.peekList(resource)) {
        if (object.metadata.namespace !== name || object.metadata.deletionTimestamp !== undefined) continue;
        cluster.delete(resource, object, { propagation: 'Background' });
      }
    }
    if (namespace === undefined) return;
    const left = hasContent(name);
    cluster.modifyStatus(NAMESPACES, namespace, (copy) => {
      const conditions = conditionsOf(left, copy.status?.conditions ?? [], seconds(context.clock.now()));
      copy.status = { ...copy.status, conditions };
    });
    if (left) return;
    cluster.modify(NAMESPACES, namespace, (copy) => {
      copy.spec = finalized(copy.spec ?? {});
      copy.metadata = finalized(copy.metadata);
    });
  }

  function hasContent(namespace: string): boolean {
    return store
      .resources()
      .some((resource) => store.peekList(resource).some(({ metadata }) => metadata.namespace === namespace));
  }
}

/** What is said of a namespace that goes. Source: `namespaceConditionUpdater`. */
function conditionsOf(
  left: boolean,
  before: readonly NamespaceCondition[],
  now: string,
): NamespaceCondition[] {
  const told = (type: string, status: 'True' | 'False', reason: string, message: string) => {
    const old = before.find((condition) => condition.type === type);
    const since = old?.status === status ? (old.lastTransitionTime ?? now) : now;
    return { type, status, lastTransitionTime: since, reason, message };
  };
  const content = left
    ? told(
        'NamespaceContentRemaining',
        'True',
        'SomeResourcesRemain',
        'Some resources in the namespace have not been removed yet',
      )
    : told('NamespaceContentRemaining', 'False', 'ContentRemoved', 'All content successfully removed');
  return [
    told(
      'NamespaceDeletionDiscoveryFailure',
      'False',
      'ResourcesDiscovered',
      'All resources successfully discovered',
    ),
    told(
      'NamespaceDeletionGroupVersionParsingFailure',
      'False',
      'ParsedGroupVersions',
      'All legacy kube types successfully parsed',
    ),
    told(
      'NamespaceDeletionContentFailure',
      'False',
      'ContentDeleted',
      'All content successfully deleted, may be waiting on finalization',
    ),
    content,
    told(
      'NamespaceFinalizersRemaining',
      'False',
      'ContentHasNoFinalizers',
      'All content-preserving finalizers finished',
    ),
  ];
}

/** Without the finalizer of Kubernetes; an empty list is left out. */
function finalized<Part extends { finalizers?: string[] }>({ finalizers = [], ...rest }: Part) {
  const left = finalizers.filter((finalizer) => finalizer !== FINALIZER);
  return left.length === 0 ? rest : { ...rest, finalizers: left };
}
