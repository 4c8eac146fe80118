import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { ResourceOf } from './device-resources.ts';
import { documentEdits } from './draft-document.ts';
import type { Draft } from './draft.ts';
import type { Edit } from './manifest/edit.ts';
import { keyText } from './manifest/plain.ts';
import { printDocument, type ManifestDocuments } from './manifest-document.ts';
import { type NicSpan, nicSpans } from './nic-spans.ts';

/** One line of the preview. */
export interface ManifestLine {
  readonly text: string;
  /** Index of its document. */
  readonly document: number;
  /** The field of the draft that it shows; `null` for lines of the frame and of parts that no field shows. */
  readonly field: string | null;
  /** The NICs that it is about, by position in the Pod: 0 is eth0, 1 the first added one. */
  readonly nics: readonly number[];
  /** Where in the text each NIC is, as far as parts of it can be told apart. */
  readonly spans: readonly NicSpan[];
}

/**
 * The lines of a manifest, with a line `---` between two documents, and what each is about. Joined by line ends they
 * are the text that is copied.
 * @param documents what `writeDraft` made of the draft
 * @param resourceOf makes the device resources of a container known as their NICs'
 */
export function describeLines(
  documents: ManifestDocuments,
  draft: Draft,
  resourceOf: ResourceOf = () => undefined,
): readonly ManifestLine[] {
  return documentEdits(documents, draft).flatMap(({ document, edit }, index) => {
    const printed = printedDocument(document);
    const marks: Mark[] = printed.lines.map(() => ({ field: null, nics: [], spans: [] }));
    const about = { printed, marks, draft, devices: nicsByResource(draft, resourceOf) };
    if (printed.root !== null) markNode(printed.root, edit, undefined, about);
    const separator = index === 0 ? [] : [{ text: '---', document: index, field: null, nics: [], spans: [] }];
    return [
      ...separator,
      ...printed.lines.map((text, line) => ({ text, document: index, ...markAt(marks, line) })),
    ];
  });
}

interface Mark {
  field: string | null;
  nics: readonly number[];
  spans: readonly NicSpan[];
}

function markAt(marks: readonly Mark[], line: number): Mark {
  return marks[line] ?? { field: null, nics: [], spans: [] };
}

interface Printed {
  readonly lines: readonly string[];
  readonly root: Node | null;
  readonly lineOf: (offset: number) => number;
}

const printedDocuments = new WeakMap<Document, Printed>();

/** The text of a document and its nodes with their places in it: read from the text itself, so they cannot disagree. */
function printedDocument(document: Document): Printed {
  const known = printedDocuments.get(document);
  if (known !== undefined) return known;
  const text = printDocument(document);
  const lineCounter = new LineCounter();
  const root = parseDocument(text, { lineCounter }).contents;
  const printed = {
    lines: text.replace(/\n$/, '').split('\n'),
    root,
    lineOf: (offset: number) => Math.max(lineCounter.linePos(offset).line - 1, 0),
  };
  printedDocuments.set(document, printed);
  return printed;
}

interface About {
  readonly printed: Printed;
  readonly marks: Mark[];
  readonly draft: Draft;
  readonly devices: ReadonlyMap<string, readonly number[]>;
}

function nicsByResource({ network }: Draft, resourceOf: ResourceOf): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  [network.eth0, ...network.nics].forEach(({ attachment }, nic) => {
    const name = attachment === '' ? undefined : resourceOf(attachment)?.name;
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), nic]);
  });
  return found;
}

/** Marks the lines of a node, the parts of a map or list after the whole. What has no field shows that around it. */
function markNode(node: Node, edit: Edit, around: string | undefined, about: About): void {
  const own = fieldOf(edit) ?? around;
  if (edit.kind === 'map' && isMap(node)) {
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? keyText(pair.key.value) : null;
      const inner = edit.entries.find(([name]) => name === key)?.[1];
      if (key === null || inner === undefined || !isNode(pair.key)) continue;
      markLines(linesOf(pair.key, pair.value, about), fieldOf(inner) ?? own, about);
      markNics(key, pair.key, pair.value, about);
      if (isNode(pair.value)) markNode(pair.value, inner, own, about);
    }
  }
  if (edit.kind === 'list' && isSeq(node)) {
    node.items.forEach((item, index) => {
      const inner = edit.items.find(({ from }) => from === index)?.edit;
      if (inner === undefined || !isNode(item)) return;
      markLines(linesOf(item, item, about), fieldOf(inner) ?? own, about);
      markNode(item, inner, own, about);
    });
  }
}

function fieldOf(edit: Edit): string | undefined {
  return edit.kind === 'remove' ? undefined : edit.field;
}

function markLines(lines: readonly number[], field: string | undefined, { marks }: About): void {
  for (const line of lines) marks[line] = { ...markAt(marks, line), field: field ?? null };
}

/** The lines from a key to the end of its value. */
function linesOf(key: Node, value: unknown, { printed }: About): readonly number[] {
  const [start = 0, keyEnd = start] = key.range ?? [];
  const [, end = keyEnd] = (isNode(value) ? value.range : null) ?? [];
  const first = printed.lineOf(start);
  const last = printed.lineOf(Math.max(end - 1, start));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function markNics(key: string, keyNode: Node, value: unknown, about: About): void {
  if (!isScalar(value)) return;
  const { printed, marks, draft } = about;
  const text = keyText(value.value);
  const spans = nicSpans(key, text, draft.network);
  const nics = spans.length > 0 ? [...new Set(spans.map(({ nic }) => nic))] : (about.devices.get(key) ?? []);
  if (nics.length === 0) return;
  for (const line of linesOf(keyNode, value, about)) {
    const offset = (printed.lines[line] ?? '').indexOf(text, key.length);
    const shifted = spans.map(({ from, to, nic }) => ({ from: from + offset, to: to + offset, nic }));
    marks[line] = { ...markAt(marks, line), nics, spans: offset === -1 ? [] : shifted };
  }
}
