import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { ConnectionFailure } from '../problem.ts';
import { type Detail, known } from '../problem-detail.ts';
import { type Entry, isEntry, type Kubeconfig } from './kubeconfig.ts';
import type { KubeconfigFiles } from './kubeconfig-files.ts';

/**
 * Reads and merges the files: of two entries of one name the first counts, and the first current context does, as
 * kubectl merges them.
 *
 * @throws {ConnectionFailure} for a file that cannot be read or is no kubeconfig. Nothing of its text is in the message.
 */
export function readKubeconfig({ paths, lenient }: KubeconfigFiles): Kubeconfig {
  const files = paths.flatMap((path) => {
    const text = readText(path, lenient);
    return text === undefined ? [] : [readFile(path, text)];
  });
  const source = paths.join(', ');
  if (files.length === 0) refuse(source, known('FileMissing', 'it does not exist'));
  return {
    source,
    currentContext: files.map(({ currentContext }) => currentContext).find((name) => name !== '') ?? '',
    contexts: merge(files.map(({ contexts }) => contexts)),
    clusters: merge(files.map(({ clusters }) => clusters)),
    users: merge(files.map(({ users }) => users)),
  };
}

interface ReadFile {
  readonly currentContext: string;
  readonly contexts: ReadonlyMap<string, Entry>;
  readonly clusters: ReadonlyMap<string, Entry>;
  readonly users: ReadonlyMap<string, Entry>;
}

function readText(path: string, lenient: boolean): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && lenient) return undefined;
    return refuse(path, reasonOf(code));
  }
}

function reasonOf(code: string | undefined): Detail {
  switch (code) {
    case 'ENOENT':
      return known('FileMissing', 'it does not exist');
    case 'EACCES':
      return known('FileUnreadable', 'it may not be read');
    case 'EISDIR':
      return 'it is a folder';
    default:
      return `it cannot be read (${code ?? 'unknown error'})`;
  }
}

function readFile(path: string, text: string): ReadFile {
  const root = readYaml(path, text);
  if (!isEntry(root)) return refuse(path, 'it is no kubeconfig');
  if (root['kind'] !== undefined && root['kind'] !== 'Config') refuse(path, 'its kind is not Config');
  const current = root['current-context'];
  const folder = dirname(path);
  return {
    currentContext: typeof current === 'string' ? current : '',
    contexts: readEntries(path, root, 'contexts', 'context', (entry) => entry),
    clusters: readEntries(path, root, 'clusters', 'cluster', (entry) => absolutePaths(entry, folder)),
    users: readEntries(path, root, 'users', 'user', (entry) =>
      absoluteCommand(absolutePaths(entry, folder), folder),
    ),
  };
}

/**
 * What the text says; an empty mapping where it says nothing, as with kubectl: a kubeconfig that is still to be filled. No
 * message or warning of the parser is told: they quote the text, which has credentials in it.
 */
function readYaml(path: string, text: string): unknown {
  const document = parseDocument(text, { logLevel: 'error' });
  const [error] = document.errors;
  if (error !== undefined) refuse(path, `it is not YAML (line ${error.linePos?.[0].line ?? '?'})`);
  try {
    return document.toJS() ?? {};
  } catch {
    // Only now an alias is looked for. One that stands for nothing, or for too much, is no error of the document.
    return refuse(path, 'an alias (*) in it cannot be resolved');
  }
}

function readEntries(
  path: string,
  root: Entry,
  list: string,
  key: string,
  settle: (entry: Entry) => Entry,
): ReadonlyMap<string, Entry> {
  const items = root[list] ?? [];
  if (!Array.isArray(items)) return refuse(path, `${list} is not a list`);
  const pairs = items.map((item: unknown, index): readonly [string, Entry] => {
    const name = isEntry(item) ? item['name'] : undefined;
    if (!isEntry(item) || typeof name !== 'string' || name === '') {
      return refuse(path, `${list}[${index}] has no name`);
    }
    const entry = item[key] ?? {};
    if (!isEntry(entry)) return refuse(path, `${list}[${index}].${key} is not a mapping`);
    return [name, settle(entry)];
  });
  return merge(pairs.map((pair) => new Map([pair])));
}

const pathKeys = ['certificate-authority', 'client-certificate', 'client-key', 'tokenFile'];

/** Paths are relative to the file that has them. */
function absolutePaths(entry: Entry, folder: string): Entry {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      key,
      pathKeys.includes(key) && typeof value === 'string' && value !== '' ? resolve(folder, value) : value,
    ]),
  );
}

/** A command with a slash in it is a path, too; one without is looked up in `PATH`. */
function absoluteCommand(user: Entry, folder: string): Entry {
  const { exec } = user;
  if (!isEntry(exec) || typeof exec['command'] !== 'string') return user;
  const { command } = exec;
  if (isAbsolute(command) || !/[/\\]/.test(command)) return user;
  return { ...user, exec: { ...exec, command: resolve(folder, command) } };
}

function merge(maps: readonly ReadonlyMap<string, Entry>[]): ReadonlyMap<string, Entry> {
  const merged = new Map<string, Entry>();
  for (const [name, entry] of maps.flatMap((map) => [...map])) {
    if (!merged.has(name)) merged.set(name, entry);
  }
  return merged;
}

function refuse(file: string, detail: Detail): never {
  throw new ConnectionFailure({ kind: 'kubeconfig', file, detail });
}
