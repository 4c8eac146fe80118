import type { ResourceOf } from '../../domain/workload/device-resources.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { describeLines, type ManifestLine } from '../../domain/workload/line-map.ts';
import { toObject, type ManifestDocuments } from '../../domain/workload/manifest-document.ts';

/** One object of the manifest, as the preview shows it. */
export interface PreviewDocument {
  /** Its kind, with a number where there are several: the name of its tab. */
  readonly title: string;
  readonly lines: readonly ManifestLine[];
  /** The text of the lines, for comparing. */
  readonly text: readonly string[];
}

/** The objects that will be sent, each with its lines. */
export function previewDocuments(
  documents: ManifestDocuments,
  draft: Draft,
  resourceOf: ResourceOf,
): readonly PreviewDocument[] {
  const lines = describeLines(documents, draft, resourceOf);
  const kinds = documents.map((document) => kindOf(toObject(document)));
  return documents.map((_, index) => {
    const own = lines.filter((line) => line.document === index && line.text !== '---');
    const kind = kinds[index] ?? '';
    const before = kinds.slice(0, index).filter((other) => other === kind).length;
    return {
      title: before === 0 ? kind : `${kind} ${before + 1}`,
      lines: own,
      text: own.map(({ text }) => text),
    };
  });
}

/** What is copied of one object. */
export function documentText({ text }: PreviewDocument): string {
  return text.map((line) => `${line}\n`).join('');
}

/** All objects as one file. */
export function fileText(documents: readonly PreviewDocument[]): string {
  return documents.map(documentText).join('---\n');
}

function kindOf(object: unknown): string {
  const kind: unknown =
    typeof object === 'object' && object !== null && 'kind' in object ? object.kind : undefined;
  return typeof kind === 'string' && kind !== '' ? kind : 'YAML';
}
