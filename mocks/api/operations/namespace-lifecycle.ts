import { notFound } from '../../store/status-errors.ts';
import { qualifiedResource } from '../../store/resource-name.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import { StatusError } from '../../store/store.ts';
import type { ResourceName } from '../../store/store.ts';

const NAMESPACES = 'v1/namespaces';

/**
 * Refuses new content in a namespace that is missing or going away.
 * Source: the admission plugin NamespaceLifecycle.
 * @throws StatusError 404 or 403
 */
export function requireLiveNamespace(
  store: MemoryStore,
  resource: ResourceName,
  namespace: string,
  name: string,
): void {
  const found = store.peek(NAMESPACES, undefined, namespace);
  if (found === undefined) throw notFound(NAMESPACES, namespace);
  if (found.metadata.deletionTimestamp === undefined) return;
  const why = `unable to create new content in namespace ${namespace} because it is being terminated`;
  const [group, kind] = [
    resource.split('/').length > 2 ? (resource.split('/')[0] ?? '') : '',
    resource.split('/').at(-1),
  ];
  throw new StatusError({
    code: 403,
    reason: 'Forbidden',
    message: `${qualifiedResource(resource)} "${name}" is forbidden: ${why}`,
    details: {
      name,
      ...(group === '' ? {} : { group }),
      ...(kind === undefined ? {} : { kind }),
      causes: [
        {
          reason: 'NamespaceTerminating',
          message: `namespace ${namespace} is being terminated`,
          field: 'metadata.namespace',
        },
      ],
    },
  });
}
