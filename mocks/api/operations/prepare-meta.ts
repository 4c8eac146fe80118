import { generatedName } from '../../store/generated-name.ts';
import { badRequest, serverError } from '../../store/status-errors.ts';
import type { KubeObject, NewKubeObject } from '../../store/store.ts';
import type { ResourceType } from '../resource-type.ts';

/**
 * The metadata of a new object: the namespace of the request, a generated name, and nothing that only the server sets.
 * Source: `BeforeCreate` of the API server's generic registry.
 * @param namespace of the request; undefined for cluster-scoped resources, or when the object itself is trusted to say it
 */
export function metaForCreate(
  type: ResourceType,
  given: NewKubeObject,
  namespace: string | undefined,
): KubeObject {
  const { name, generateName, labels, annotations, finalizers, ownerReferences } = given.metadata;
  if (given.metadata.resourceVersion) {
    throw serverError('resourceVersion should not be set on objects to be created');
  }
  const own = given.metadata.namespace;
  if (type.namespaced && own && namespace !== undefined && own !== namespace) throw wrongNamespace();
  const home = type.namespaced ? (namespace ?? own) : own;
  return {
    ...given,
    metadata: {
      name: name || (generateName ? generatedName(generateName) : ''),
      ...(generateName ? { generateName } : {}),
      ...(home ? { namespace: home } : {}),
      uid: '',
      resourceVersion: '',
      creationTimestamp: '',
      ...(labels === undefined ? {} : { labels }),
      ...(annotations === undefined ? {} : { annotations }),
      ...(finalizers === undefined ? {} : { finalizers }),
      ...(ownerReferences === undefined ? {} : { ownerReferences }),
    },
  };
}

/** 400: the body says another namespace than the path. */
export function wrongNamespace() {
  return badRequest('the namespace of the provided object does not match the namespace sent on the request');
}

/** 400: the body says another name than the path. */
export function wrongName(inBody: string, inPath: string) {
  return badRequest(`the name of the object (${inBody}) does not match the name on the URL (${inPath})`);
}

/**
 * The metadata of an update: what a client may not change comes from the stored object, whatever it sent.
 * The resourceVersion stays as sent, for the store to compare.
 */
export function metaForUpdate(given: KubeObject, old: KubeObject): KubeObject {
  const { labels, annotations, finalizers, ownerReferences, resourceVersion, uid } = given.metadata;
  const { labels: _l, annotations: _a, finalizers: _f, ownerReferences: _o, ...kept } = old.metadata;
  return {
    ...given,
    metadata: {
      ...kept,
      uid: uid || old.metadata.uid,
      resourceVersion: resourceVersion ?? '',
      ...(labels === undefined ? {} : { labels }),
      ...(annotations === undefined ? {} : { annotations }),
      ...(finalizers === undefined ? {} : { finalizers }),
      ...(ownerReferences === undefined ? {} : { ownerReferences }),
    },
  };
}
