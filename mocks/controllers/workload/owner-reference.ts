import type { OwnerReference } from '../../store/store.ts';
import type { AnyObject } from '../kinds.ts';

/** The reference by which a controller owns what it creates. Source: `metav1.NewControllerRef`. */
export function controllerReference({ apiVersion, kind, metadata }: AnyObject): OwnerReference {
  return {
    apiVersion,
    kind,
    name: metadata.name,
    uid: metadata.uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}
