import { align } from './align.ts';
import { type Edit, type EditItem, keep, set } from './edit.ts';
import { isPlainMap, listOf, scalarText } from './plain.ts';

interface Rows<Row> {
  /** The plain value of the list in the document. */
  readonly current: unknown;
  readonly rows: readonly Row[];
  readonly field: string;
  /** The row that an item of the document shows; `null` for one that the form cannot show. */
  readonly read: (item: unknown) => Row | null;
  /** What a row is known by when rows are added, removed and moved. */
  readonly identity: (row: Row) => string;
  readonly edit: (row: Row, item: unknown, field: string) => Edit;
}

/**
 * The edit of a list whose items are rows of the form. An item that the form cannot show stays, behind the row that it
 * followed. A row in which nothing was typed makes no item.
 */
export function listEdit<Row>({ current, rows, field, read, identity, edit }: Rows<Row>): Edit {
  const items = listOf(current);
  const shown = items.flatMap((item, index) => {
    const row = read(item);
    return row === null ? [] : [{ identity: identity(row), index }];
  });
  const isShown = new Set(shown.map(({ index }) => index));
  const followers = (index: number): EditItem[] => {
    const found: EditItem[] = [];
    for (let next = index + 1; next < items.length && !isShown.has(next); next += 1) {
      found.push({ from: next, edit: keep() });
    }
    return found;
  };
  const partners = align(
    shown.map((item) => item.identity),
    rows.map(identity),
  ).map((partner) => (partner === null ? null : (shown[partner]?.index ?? null)));

  const result = followers(-1);
  rows.forEach((row, position) => {
    const from = partners[position] ?? null;
    result.push({ from, edit: edit(row, from === null ? undefined : items[from], `${field}.${position}`) });
    if (from !== null) result.push(...followers(from));
  });
  const removedRows = shown.filter(({ index }) => !partners.includes(index));
  return { kind: 'list', items: [...result, ...removedRows.flatMap(({ index }) => followers(index))], field };
}

/** The rows that a list of the document shows. */
export function readRows<Row>(current: unknown, read: (item: unknown) => Row | null): Row[] {
  return listOf(current).flatMap((item) => {
    const row = read(item);
    return row === null ? [] : [row];
  });
}

/** Lets only maps be read as rows. */
export function rowOf<Row>(
  read: (item: ReadonlyMap<unknown, unknown>) => Row | null,
): (item: unknown) => Row | null {
  return (item) => (isPlainMap(item) ? read(item) : null);
}

interface TextRow {
  readonly value: string;
}

export function readTextRow(item: unknown): { value: string } | null {
  const value = scalarText(item);
  return value === null ? null : { value };
}

interface TextListOptions {
  /** Empty texts are written too: for arguments, where an empty one has a meaning. */
  readonly empties?: boolean;
  /** The list is one field of the form, not a row for each text. */
  readonly oneField?: boolean;
}

/** The edit of a list of texts. */
export function textListEdit(
  current: unknown,
  rows: readonly TextRow[],
  field: string,
  { empties = false, oneField = false }: TextListOptions = {},
): Edit {
  return listEdit<TextRow>({
    current,
    rows,
    field,
    read: readTextRow,
    identity: ({ value }) => value,
    edit: ({ value }, item, path) => {
      const own = oneField ? field : `${path}.value`;
      if (item === undefined && value === '' && !empties) return keep();
      return item !== undefined && scalarText(item) === value ? keep(own) : set(value, own);
    },
  });
}
