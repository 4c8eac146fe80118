/** A type as written in a declaration file of `kubernetes-types`. */
export type DeclaredType =
  | { kind: 'named'; name: string }
  | { kind: 'literal'; value: string }
  | { kind: 'list'; item: DeclaredType }
  | { kind: 'map'; value: DeclaredType }
  | { kind: 'union' };

export interface DeclaredField {
  name: string;
  required: boolean;
  doc: string;
  type: DeclaredType;
}

export interface DeclaredInterface {
  name: string;
  doc: string;
  fields: DeclaredField[];
}

export interface Declarations {
  interfaces: DeclaredInterface[];
  /** `Time` and the like, which are other names of simple types. */
  aliases: { name: string; type: DeclaredType }[];
  /** Imported name -> module as written: `Quantity` -> `../api/resource`. */
  imports: Map<string, string>;
}

const DOC = /\/\*\*([\s\S]*?)\*\//g;
const IMPORT = /^import \{ (.+) \} from "(.+)";$/;
const INTERFACE = /^export interface (\w+) \{$/;
const ALIAS = /^export type (\w+) = (.+);$/;
const FIELD = /^ {4}(?:readonly )?"?([\w$.-]+)"?(\?)?: (.+)$/;

/**
 * Reads a declaration file of `kubernetes-types`. The files are generated, so their form is regular: one import,
 * interface, alias or field a line, maps over three lines, a doc comment before.
 */
export function readDeclarations(text: string): Declarations {
  const result: Declarations = { interfaces: [], aliases: [], imports: new Map() };
  const docs: string[] = [];
  const marked = text.replace(DOC, (_, doc: string) => `@doc ${docs.push(plain(doc)) - 1}`);
  const lines = marked.replace(/\{\n\s+\[name: string\]: (.+);\n\s+\};/g, 'Map<$1>;').split('\n');
  let doc = '';
  for (const line of lines) {
    const mark = /^\s*@doc (\d+)$/.exec(line);
    if (mark !== null) {
      doc = docs[Number(mark[1])] ?? '';
      continue;
    }
    readLine(line, doc, result);
    doc = '';
  }
  return result;
}

function readLine(line: string, doc: string, result: Declarations): void {
  const [, names, module] = IMPORT.exec(line) ?? [];
  if (names !== undefined && module !== undefined) {
    for (const name of names.split(', ')) result.imports.set(name, module);
    return;
  }
  const [, interfaceName] = INTERFACE.exec(line) ?? [];
  if (interfaceName !== undefined) {
    result.interfaces.push({ name: interfaceName, doc, fields: [] });
    return;
  }
  const [, aliasName, aliased] = ALIAS.exec(line) ?? [];
  if (aliasName !== undefined && aliased !== undefined) {
    result.aliases.push({ name: aliasName, type: readType(aliased) });
    return;
  }
  const [, name, optional, type] = FIELD.exec(line) ?? [];
  if (name !== undefined && type !== undefined) {
    const required = optional === undefined;
    result.interfaces.at(-1)?.fields.push({ name, required, doc, type: readType(type.replace(/;$/, '')) });
  }
}

function readType(text: string): DeclaredType {
  const [, wrapper, inner] = /^(Array|Map)<(.+)>$/.exec(text) ?? [];
  if (inner !== undefined) {
    return wrapper === 'Array'
      ? { kind: 'list', item: readType(inner) }
      : { kind: 'map', value: readType(inner) };
  }
  if (text.includes(' | ')) return { kind: 'union' };
  return text.startsWith('"') ? { kind: 'literal', value: text.slice(1, -1) } : { kind: 'named', name: text };
}

function plain(doc: string): string {
  return doc
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .trim();
}
