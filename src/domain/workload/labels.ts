import type { Draft, KeyValue } from './draft.ts';

/** Annotation of the workload that keeps its description. */
export const DESCRIPTION = 'podnic.io/description';
/** The label that leads from a workload made here to its Pods; its value is the workload's name. */
export const NAME_LABEL = 'app';

/** The labels that the selector asks for. */
export function selectorLabels({ basics, metadata }: Draft): readonly KeyValue[] {
  if (!metadata.selector.byName) return metadata.selector.labels;
  return basics.name === '' ? [] : [{ key: NAME_LABEL, value: basics.name }];
}

/** Every label of the Pods: those of the selector, then the user's. One typed twice has its first value. */
export function podLabels(draft: Draft): Readonly<Record<string, string>> {
  const labels = new Map<string, string>();
  for (const { key, value } of draft.metadata.podLabels) {
    if (key !== '' && !labels.has(key)) labels.set(key, value);
  }
  for (const { key, value } of selectorLabels(draft)) {
    if (!labels.has(key)) labels.set(key, value);
  }
  return Object.fromEntries(labels);
}
