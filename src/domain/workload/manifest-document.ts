import { Document, isAlias, isMap, parseAllDocuments, parseDocument, visit, type Node } from 'yaml';
import { failed, parsed, type Parsed } from '../parsed.ts';

/**
 * The manifest: one document for each object that is sent, the Deployment first. Documents are values: nothing in
 * this folder changes one, and an edit shares with the old document what it leaves.
 */
export type ManifestDocuments = readonly Document[];

/** Why a text is no manifest. Lines count from 1. */
export interface ManifestError {
  readonly code: 'syntax' | 'notAnObject' | 'alias';
  readonly line: number;
  readonly column: number;
  /** What the parser says, in English; empty for the other codes. */
  readonly detail: string;
}

/** kubectl reads YAML 1.1, where `yes` is a boolean and `12:30` a number: such texts are quoted. */
const options = { compat: 'yaml-1.1' } as const;

const newDeployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ""
spec:
  template:
    spec:
      containers:
      - name: ""
        image: ""
`;

const newService = `apiVersion: v1
kind: Service
metadata:
  name: ""
`;

/** The document of a fresh workload, to be written to by `writeDraft`. */
export function newDocument(): Document {
  return parseDocument(newDeployment, options);
}

export function newServiceDocument(): Document {
  return parseDocument(newService, options);
}

/** The document of an object of the API. Keys whose value is `undefined` are left out. */
export function documentOf(object: object): Document {
  return new Document(object, { ...options, aliasDuplicateObjects: false, keepUndefined: false });
}

/**
 * Reads the text of an editor or a file: any number of objects. Empty documents are left out. Anchors and aliases
 * are written out, so that an edit of one place is an edit of that place alone.
 */
export function parseManifest(text: string): Parsed<ManifestDocuments, ManifestError> {
  const found = parseAll(text);
  if (!found.ok) return found;
  const documents: Document[] = [];
  for (const document of found.value) {
    const [error] = document.errors;
    if (error !== undefined) {
      const [start] = error.linePos ?? [];
      const detail = error.message.split('\n')[0] ?? '';
      return failed({ code: 'syntax', line: start?.line ?? 1, column: start?.col ?? 1, detail });
    }
    const plain = toPlain(document);
    if (plain === null) continue;
    if (plain === undefined || isCircular(document))
      return failed({ code: 'alias', line: 1, column: 1, detail: '' });
    if (!isMap(document.contents)) return failed({ code: 'notAnObject', line: 1, column: 1, detail: '' });
    documents.push(withoutAliases(document));
  }
  return parsed(documents);
}

/** `undefined` where the aliases of a document cannot be written out. */
function toPlain(document: Document): unknown {
  try {
    return document.toJS() as unknown;
  } catch {
    return undefined;
  }
}

function parseAll(text: string): Parsed<readonly Document[], ManifestError> {
  try {
    const documents = parseAllDocuments(text, options);
    return parsed('empty' in documents ? [] : (documents as readonly Document[]));
  } catch (problem) {
    return failed({
      code: 'syntax',
      line: 1,
      column: 1,
      detail: problem instanceof Error ? problem.message : '',
    });
  }
}

function withoutAliases(document: Document): Document {
  let found = false;
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || node.anchor) found = true;
      return found ? visit.BREAK : undefined;
    },
  });
  if (!found) return document;
  const copy = document.clone();
  visit(copy, {
    Alias: (_, alias) => alias.resolve(copy)?.clone() as Node | undefined,
  });
  visit(copy, {
    Node: (_, node) => {
      delete (node as { anchor?: string }).anchor;
    },
  });
  return copy;
}

/** Whether an alias stands inside what it stands for. */
function isCircular(document: Document): boolean {
  let found = false;
  visit(document, {
    Alias: (_, alias, path) => {
      const source = alias.resolve(document);
      found ||= source !== undefined && path.includes(source);
    },
  });
  return found;
}

/** The same document with another root. */
export function withContents(document: Document, contents: Node | null): Document {
  const copy = Object.create(Document.prototype, Object.getOwnPropertyDescriptors(document)) as Document;
  copy.contents = contents;
  return copy;
}

/** The text of a document as it is shown and copied, readable by YAML 1.1 as well (kubectl). */
export function printDocument(document: Document): string {
  return document.toString({
    lineWidth: 0,
    indentSeq: false,
    flowCollectionPadding: false,
    directives: false,
  });
}

/** The text of a whole manifest. */
export function printManifest(documents: ManifestDocuments): string {
  return documents.map(printDocument).join('---\n');
}

/** The object that is sent: exactly what the document says. */
export function toObject(document: Document): unknown {
  return document.toJS() as unknown;
}
