import { documentEdits } from './draft-document.ts';
import type { Draft } from './draft.ts';
import type { Edit } from './manifest/edit.ts';
import { at } from './manifest/plain.ts';
import { plainOf } from './manifest/plain-document.ts';
import type { ManifestDocuments } from './manifest-document.ts';

/**
 * The field of the draft that the API speaks of in `details.causes[].field` of a refused object, such as
 * `spec.template.spec.containers[0].ports[0].name`. Where the form shows only what is around it, that.
 * @param documents the manifest that was sent, which `writeDraft` made of the draft
 * @param kind of the refused object: `Deployment`, `Service`
 * @returns `undefined` for a place that the form does not show
 */
export function fieldOfCause(
  documents: ManifestDocuments,
  draft: Draft,
  kind: string,
  cause: string,
): string | undefined {
  const found = documentEdits(documents, draft).find(
    ({ document }) => at(plainOf(document), 'kind') === kind,
  );
  return found === undefined ? undefined : fieldAt(found.edit, segmentsOf(cause));
}

/** The API leaves out `metadata` where it speaks of the labels and annotations of a template. */
function segmentsOf(cause: string): readonly string[] {
  const full = cause.replace(/^spec\.template\.(labels|annotations)\b/, 'spec.template.metadata.$1');
  return [...full.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(
    ([, bracketed, plain]) => bracketed ?? plain ?? '',
  );
}

function fieldAt(edit: Edit, [segment, ...rest]: readonly string[]): string | undefined {
  const own = edit.kind === 'remove' ? undefined : edit.field;
  if (segment === undefined) return own;
  const inner = innerEdit(edit, segment);
  return (inner === undefined ? undefined : fieldAt(inner, rest)) ?? own;
}

function innerEdit(edit: Edit, segment: string): Edit | undefined {
  switch (edit.kind) {
    case 'map':
      return edit.entries.find(([key]) => key === segment)?.[1];
    case 'list':
      return edit.items.find(({ from }) => String(from) === segment)?.edit;
    case 'keep':
    case 'remove':
    case 'set':
      return undefined;
  }
}
