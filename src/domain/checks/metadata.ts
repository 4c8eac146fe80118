import { ownedAnnotationKeys } from '../spiderpool/annotations.ts';
import { INJECT_KEYS } from '../spiderpool/annotation-keys.ts';
import type { Draft, KeyValue } from '../workload/draft.ts';
import { DESCRIPTION, selectorLabels } from '../workload/labels.ts';
import type { Finding } from './finding.ts';
import { checkAnnotationKeys, checkLabelRows } from './key-values.ts';
import { error, warning, when } from './report.ts';
import { isDnsSubdomain } from './syntax.ts';

/** `TotalAnnotationSizeLimitB`: all keys and values of one object together. */
const MAX_ANNOTATION_BYTES = 256 * 1024;

export function checkLabels({ metadata }: Draft): readonly Finding[] {
  return [
    ...checkLabelRows(metadata.labels, 'metadata.labels'),
    ...checkLabelRows(metadata.podLabels, 'metadata.podLabels'),
  ];
}

/** Another value for a label of the selector: the API refuses a Deployment whose selector does not match its Pods. */
export function checkSelectorLabels(draft: Draft): readonly Finding[] {
  const selected = new Map(selectorLabels(draft).map(({ key, value }) => [key, value]));
  return draft.metadata.podLabels.flatMap(({ key, value }, index) => {
    const wanted = selected.get(key);
    const differs = wanted !== undefined && wanted !== value;
    const path = `metadata.podLabels.${index}.value`;
    return when(differs, error('label.selector', path, { key, value: wanted ?? '' }));
  });
}

export function checkAnnotations({ metadata }: Draft): readonly Finding[] {
  return [
    ...checkAnnotationKeys(metadata.annotations, 'metadata.annotations'),
    ...checkSize(metadata.annotations, 'metadata.annotations'),
    ...checkAnnotationKeys(metadata.podAnnotations, 'metadata.podAnnotations'),
    ...checkSize(metadata.podAnnotations, 'metadata.podAnnotations'),
  ];
}

function checkSize(rows: readonly KeyValue[], path: string): readonly Finding[] {
  const encoder = new TextEncoder();
  const size = rows.reduce((sum, { key, value }) => sum + encoder.encode(`${key}${value}`).length, 0);
  return when(
    size > MAX_ANNOTATION_BYTES,
    error('annotation.tooLarge', path, { max: MAX_ANNOTATION_BYTES / 1024 }),
  );
}

/** Annotations that other fields write: typed by hand they would be lost, or contradict the form. */
export function checkOwnedAnnotations({ metadata }: Draft): readonly Finding[] {
  const owned = new Set(ownedAnnotationKeys);
  return [
    ...metadata.annotations.flatMap(({ key }, index) =>
      when(key === DESCRIPTION, error('annotation.ownedByDescription', `metadata.annotations.${index}.key`)),
    ),
    ...metadata.podAnnotations.flatMap(({ key }, index) =>
      when(owned.has(key), error('annotation.ownedByNics', `metadata.podAnnotations.${index}.key`, { key })),
    ),
  ];
}

/** Spiderpool's webhook then replaces the networks of the Pod (R16, domain reference 1.9). */
export function checkInjection({ metadata, network }: Draft): readonly Finding[] {
  const keys: readonly string[] = INJECT_KEYS;
  return metadata.podAnnotations.flatMap(({ key }, index) =>
    when(
      network.nics.length > 0 && keys.includes(key),
      warning('annotation.injects', `metadata.podAnnotations.${index}.key`, { key }),
    ),
  );
}

/** Names of Secrets (`ValidateImagePullSecrets` warns of an empty one; the API stores a wrong one, and no Secret has it). */
export function checkPullSecrets({ metadata }: Draft): readonly Finding[] {
  return metadata.pullSecrets.flatMap(({ value }, index) =>
    when(
      value !== '' && !isDnsSubdomain(value),
      error('pullSecret.syntax', `metadata.pullSecrets.${index}.value`),
    ),
  );
}
