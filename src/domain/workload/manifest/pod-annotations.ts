import type { ClusterView } from '../../cluster-view.ts';
import { DEFAULT_NETWORK, NETWORKS } from '../../multus/annotation-keys.ts';
import { DEFAULT_ROUTE_NIC, POOL_IP_NUMBER, POOL_RECLAIM, ROUTES } from '../../spiderpool/annotation-keys.ts';
import { ownedAnnotationKeys } from '../../spiderpool/annotations.ts';
import { toNetworkDraft, type NetworkReading } from '../../spiderpool/read-network.ts';
import { annotationChanges } from '../../spiderpool/write-network.ts';
import type { Draft, KeyValue } from '../draft.ts';
import type { Edit } from './edit.ts';
import { readTextMap, rowEntries, type TextEntry, textMapEdit } from './text-map.ts';

/** Where in the draft an annotation comes from; the others come from the NICs. */
const fields: Readonly<Record<string, string>> = {
  [NETWORKS]: 'network.nics',
  [DEFAULT_NETWORK]: 'network.eth0.attachment',
  [POOL_IP_NUMBER]: 'network.elastic.count',
  [POOL_RECLAIM]: 'network.keepPool',
  [ROUTES]: 'network.routes',
  [DEFAULT_ROUTE_NIC]: 'network.nics',
};

const owned = new Set(ownedAnnotationKeys);

export interface PodAnnotationsReading extends NetworkReading {
  readonly podAnnotations: KeyValue[];
}

/** The annotations of the Pod template, those of the NIC step apart from the user's. */
export function readPodAnnotations(
  current: unknown,
  namespace: string,
  view?: ClusterView,
): PodAnnotationsReading {
  const rows = readTextMap(current);
  return {
    ...toNetworkDraft(ownedTexts(rows), namespace, view),
    podAnnotations: rows.filter(({ key }) => !owned.has(key)),
  };
}

/** A key of the NIC step that the user typed by hand is not written: the checks report it. */
export function podAnnotationsEdit(current: unknown, draft: Draft): Edit {
  const texts = ownedTexts(readTextMap(current));
  const wanted = { ...texts, ...annotationChanges(texts, draft.network, draft.basics.namespace) };
  const network = ownedAnnotationKeys.flatMap((key): TextEntry[] => {
    const value = wanted[key];
    return typeof value === 'string' ? [{ key, value, field: fields[key] ?? 'network.nics' }] : [];
  });
  const own = rowEntries(draft.metadata.podAnnotations, 'metadata.podAnnotations');
  return textMapEdit(
    current,
    [...network, ...own.filter(({ key }) => !owned.has(key))],
    'metadata.podAnnotations',
  );
}

function ownedTexts(rows: readonly KeyValue[]): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.filter(({ key }) => owned.has(key)).map(({ key, value }) => [key, value]));
}
