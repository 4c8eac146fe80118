import type { Edit, EditItem } from './edit.ts';
import { entriesOf, isPlainMap, scalarText } from './plain.ts';

/** A part of a document that the form does not show though it shows its place; it stays as it is. */
export interface HiddenPart {
  /** The field of the draft at that place. */
  readonly field: string;
  /** Where it is in the document: `spec.template.spec.containers[0].livenessProbe`. */
  readonly path: string;
}

/** What a field of the form cannot show: a map where a text belongs, a row of another kind, a list that is none. */
export function notShown(edit: Edit, current: unknown, path = ''): readonly HiddenPart[] {
  switch (edit.kind) {
    case 'remove':
    case 'set':
      return [];
    case 'keep':
      return edit.field === undefined || scalarText(current) !== null ? [] : [{ field: edit.field, path }];
    case 'map': {
      if (!isPlainMap(current)) return hidden(edit.field, current, path);
      const values = new Map(entriesOf(current));
      return edit.entries.flatMap(([key, inner]) =>
        notShown(named(inner, edit.field), values.get(key), path === '' ? key : `${path}.${key}`),
      );
    }
    case 'list':
      if (!Array.isArray(current)) return hidden(edit.field, current, path);
      return edit.items.flatMap((item) => itemNotShown(item, current, edit.field, path));
  }
}

function itemNotShown(
  { from, edit }: EditItem,
  list: readonly unknown[],
  field: string,
  path: string,
): readonly HiddenPart[] {
  if (from === null) return [];
  const at = `${path}[${from}]`;
  return edit.kind === 'keep' && edit.field === undefined
    ? [{ field, path: at }]
    : notShown(edit, list[from], at);
}

function hidden(field: string | undefined, current: unknown, path: string): readonly HiddenPart[] {
  return field === undefined || scalarText(current) === '' ? [] : [{ field, path }];
}

/** What a map of texts keeps is shown, if at all, at the field of the map. */
function named(edit: Edit, field: string | undefined): Edit {
  return edit.kind === 'keep' && edit.field === undefined && field !== undefined
    ? { kind: 'keep', field }
    : edit;
}
