import type { KubeObject } from '../../store/store.ts';

const bodies = new WeakMap<KubeObject, string>();

/**
 * A stored object as JSON without `kind` and `apiVersion`, as Kubernetes' own kinds are in lists.
 * Stored objects never change, so each is written once.
 */
export function bodyJson(object: KubeObject): string {
  const known = bodies.get(object);
  if (known !== undefined) return known;
  const { kind: _kind, apiVersion: _apiVersion, ...rest } = object;
  const text = JSON.stringify(rest);
  bodies.set(object, text);
  return text;
}

/** A stored object as JSON. */
export function objectJson(object: KubeObject): string {
  const head = `{"kind":${JSON.stringify(object.kind)},"apiVersion":${JSON.stringify(object.apiVersion)},`;
  return head + bodyJson(object).slice(1);
}
