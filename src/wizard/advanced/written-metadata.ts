import type { KeyValue } from '../../domain/workload/draft.ts';
import { deploymentOf } from '../../domain/workload/draft-document.ts';
import { DESCRIPTION } from '../../domain/workload/labels.ts';
import { at, entriesOf, textOf } from '../../domain/workload/manifest/plain.ts';
import { plainOf } from '../../domain/workload/manifest/plain-document.ts';
import type { ManifestDocuments } from '../../domain/workload/manifest-document.ts';
import { ownedAnnotationKeys } from '../../domain/spiderpool/annotations.ts';

export interface WrittenMetadata {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly podAnnotations: Readonly<Record<string, string>>;
}

/** Every label and annotation that the manifest gives to the workload and its Pods. */
export function writtenMetadata(documents: ManifestDocuments): WrittenMetadata {
  const document = deploymentOf(documents);
  const deployment = document === undefined ? undefined : plainOf(document);
  const texts = (...path: readonly string[]) =>
    Object.fromEntries(entriesOf(at(deployment, ...path)).map(([key, value]) => [key, textOf(value)]));
  return {
    labels: texts('metadata', 'labels'),
    annotations: texts('metadata', 'annotations'),
    podLabels: texts('spec', 'template', 'metadata', 'labels'),
    podAnnotations: texts('spec', 'template', 'metadata', 'annotations'),
  };
}

/** A text key that says which other field wrote a row. */
export type Writer = 'metadata.byDescription' | 'metadata.byNics' | 'metadata.bySelector';

/** The rows of the manifest that are not among the user's own, each with the field that writes it. */
export function lockedRows(
  written: Readonly<Record<string, string>>,
  own: readonly KeyValue[],
): readonly (KeyValue & { readonly writer: Writer })[] {
  const owned = new Set(own.map(({ key }) => key));
  return Object.entries(written)
    .filter(([key]) => !owned.has(key) || ownedAnnotationKeys.includes(key))
    .map(([key, value]) => ({ key, value, writer: writerOf(key) }));
}

function writerOf(key: string): Writer {
  if (key === DESCRIPTION) return 'metadata.byDescription';
  return ownedAnnotationKeys.includes(key) ? 'metadata.byNics' : 'metadata.bySelector';
}
