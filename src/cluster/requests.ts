import type { Host } from '../host/host.ts';
import { collectionPath, objectPath, type KubernetesObject, type Resource } from './resources.ts';
import { sendJson } from './send.ts';

/** Who owns the fields that the console writes (`metadata.managedFields`). */
const consoleManager = 'podnic';

export interface WriteOptions {
  /** The server checks and admits, and stores nothing (`dryRun=All`). */
  readonly dryRun?: boolean;
  /** Who is noted in `managedFields` as the writer; the console, unless it says otherwise. */
  readonly fieldManager?: string;
  readonly signal?: AbortSignal;
}

export interface Written<Item> {
  /** The object as the server has it now (with `dryRun`: would have it). */
  readonly object: Item;
  /** Admission and deprecation warnings, the server's own words. */
  readonly warnings: readonly string[];
}

/**
 * Creates an object by POST, and only by POST: an object of that name is never overwritten (409 AlreadyExists).
 * Unknown fields are refused by the server (`fieldValidation=Strict`).
 *
 * @param namespace ignored for kinds of the whole cluster.
 * @param body sent as it is; nothing is added to it.
 * @throws {ApiFailure}
 */
export async function createObject<Item extends KubernetesObject>(
  host: Host,
  cluster: string,
  resource: Resource<Item>,
  namespace: string,
  body: KubernetesObject,
  options: WriteOptions = {},
): Promise<Written<Item>> {
  const path = withQuery(collectionPath(resource, namespace), {
    ...writeQuery(options),
    fieldValidation: 'Strict',
  });
  return written(
    await sendJson(host, cluster, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...signalOf(options),
    }),
  );
}

/** How a patch is meant; the media types of the Kubernetes API. */
const patchTypes = {
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
  strategic: 'application/strategic-merge-patch+json',
} as const;

export type PatchType = keyof typeof patchTypes;

/**
 * Changes an object by PATCH. Put `metadata.resourceVersion` into a merge patch to make it fail with 409 where
 * somebody else was faster.
 *
 * @throws {ApiFailure}
 */
export async function patchObject<Item extends KubernetesObject>(
  host: Host,
  cluster: string,
  resource: Resource<Item>,
  namespace: string,
  name: string,
  patch: unknown,
  options: WriteOptions & { readonly type?: PatchType } = {},
): Promise<Written<Item>> {
  const path = withQuery(objectPath(resource, namespace, name), writeQuery(options));
  return written(await sendPatch(host, cluster, path, patch, options));
}

/**
 * Sets the number of replicas through the `scale` subresource.
 *
 * @param replicas integer >= 0.
 * @throws {ApiFailure}
 */
export async function scaleObject(
  host: Host,
  cluster: string,
  resource: Resource<KubernetesObject>,
  namespace: string,
  name: string,
  replicas: number,
  options: WriteOptions = {},
): Promise<void> {
  const path = withQuery(objectPath(resource, namespace, name, 'scale'), writeQuery(options));
  await sendPatch(host, cluster, path, { spec: { replicas } }, options);
}

/**
 * Deletes an object; what it owns goes after it (background propagation).
 *
 * @param options `uid`: only if the object still is the one with this UID; else 409 Conflict.
 * @throws {ApiFailure}
 */
export async function deleteObject(
  host: Host,
  cluster: string,
  resource: Resource<KubernetesObject>,
  namespace: string,
  name: string,
  options: WriteOptions & { readonly uid?: string } = {},
): Promise<void> {
  const path = withQuery(objectPath(resource, namespace, name), {
    propagationPolicy: 'Background',
    ...(options.dryRun === true ? { dryRun: 'All' } : {}),
  });
  const { uid } = options;
  const precondition =
    uid === undefined
      ? {}
      : {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid } }),
        };
  await sendJson(host, cluster, path, { method: 'DELETE', ...precondition, ...signalOf(options) });
}

/**
 * Reads one object. For something shown on a page prefer `useList` with a field selector: that one stays live.
 *
 * @throws {ApiFailure}
 */
export async function getObject<Item extends KubernetesObject>(
  host: Host,
  cluster: string,
  resource: Resource<Item>,
  namespace: string,
  name: string,
  signal?: AbortSignal,
): Promise<Item> {
  const answer = await sendJson(
    host,
    cluster,
    objectPath(resource, namespace, name),
    signal === undefined ? {} : { signal },
  );
  return answer.body as Item;
}

/**
 * The version that a cluster reports, as `v1.32.0`. It needs no rights beyond being signed in.
 *
 * @throws {ApiFailure}
 */
export async function getVersion(host: Host, cluster: string, signal?: AbortSignal): Promise<string> {
  const { body } = await sendJson(host, cluster, '/version', signal === undefined ? {} : { signal });
  const version = (body as { gitVersion?: unknown } | null)?.gitVersion;
  return typeof version === 'string' ? version : '';
}

function sendPatch(
  host: Host,
  cluster: string,
  path: string,
  patch: unknown,
  options: WriteOptions & { readonly type?: PatchType },
) {
  return sendJson(host, cluster, path, {
    method: 'PATCH',
    headers: { 'content-type': patchTypes[options.type ?? 'merge'] },
    body: JSON.stringify(patch),
    ...signalOf(options),
  });
}

function written<Item>(answer: { body: unknown; warnings: readonly string[] }): Written<Item> {
  return { object: answer.body as Item, warnings: answer.warnings };
}

function writeQuery(options: WriteOptions): Record<string, string> {
  return {
    fieldManager: options.fieldManager ?? consoleManager,
    ...(options.dryRun === true ? { dryRun: 'All' } : {}),
  };
}

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(query).toString()}`;
}

function signalOf(options: WriteOptions): { signal?: AbortSignal } {
  return options.signal === undefined ? {} : { signal: options.signal };
}
