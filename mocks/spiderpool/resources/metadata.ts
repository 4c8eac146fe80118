import type { KubeObject } from '../../store/store.ts';
import { SPIDER_FINALIZER } from '../names.ts';

/** Adds Spiderpool's finalizer, once. */
export function addFinalizer(object: KubeObject): void {
  const finalizers = object.metadata.finalizers ?? [];
  if (!finalizers.includes(SPIDER_FINALIZER)) object.metadata.finalizers = [...finalizers, SPIDER_FINALIZER];
}

/** Takes Spiderpool's finalizer away; a deleted object without finalizers leaves the store. */
export function removeFinalizer(object: KubeObject): void {
  object.metadata.finalizers = (object.metadata.finalizers ?? []).filter((name) => name !== SPIDER_FINALIZER);
}

export function setLabel(object: KubeObject, key: string, value: string): void {
  object.metadata.labels = { ...object.metadata.labels, [key]: value };
}
