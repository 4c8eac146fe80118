import { LineCounter, parseAllDocuments } from 'yaml';
import { isRecord, listAt, recordAt, textAt, type UntypedRecord, valueAt } from '../../src/domain/untyped.ts';
import { CannotRun } from '../cannot-run.ts';
import { withoutPlace } from '../read-manifests.ts';
import { readText } from '../read-text.ts';

/** Objects by `group/Kind`, and of each kind by `namespace/name`. */
export type SnapshotObjects = Map<string, Map<string, object>>;

/** MiB. JSON is read a hundred times as fast as YAML. */
const MAX_JSON = 400;
const MAX_YAML = 64;

/**
 * Adds the objects of a file: Lists of one kind or of several, and single objects. Objects of kinds that nobody asks
 * for do no harm.
 * @throws {CannotRun} for a file that is neither JSON nor YAML
 */
export async function readSnapshotFile(file: string, objects: SnapshotObjects): Promise<void> {
  const text = await readText(file, MAX_JSON);
  for (const { value, line } of documentsOf(file, text)) {
    if (value === null) continue;
    if (!isRecord(value)) throw new CannotRun('cannot.notAnObject', { file, line });
    addObject(value, {}, objects);
  }
}

interface Read {
  readonly value: unknown;
  readonly line: number;
}

function documentsOf(file: string, text: string): readonly Read[] {
  if (/^\s*\{/.test(text)) {
    try {
      return [{ value: JSON.parse(text), line: 1 }];
    } catch {
      // The YAML below says where it breaks.
    }
  }
  if (text.length > MAX_YAML * 1024 * 1024) {
    throw new CannotRun('cannot.tooLargeYaml', { file, max: MAX_YAML });
  }
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter, uniqueKeys: false, logLevel: 'error' });
  if ('empty' in documents) return [];
  return documents.map((document) => {
    const [error] = document.errors;
    if (error !== undefined) {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      const problem = withoutPlace(error.message.split('\n')[0] ?? '');
      throw new CannotRun('cannot.syntax', { file, line, column: col, problem });
    }
    const { line } = lineCounter.linePos(document.contents?.range?.[0] ?? document.range[0]);
    try {
      return { value: document.toJS() as unknown, line };
    } catch {
      throw new CannotRun('cannot.aliases', { file, line });
    }
  });
}

/** @param of what the List says of its items, which need not say it themselves */
function addObject(
  object: UntypedRecord,
  of: { readonly kind?: string; readonly apiVersion?: string },
  objects: SnapshotObjects,
): void {
  const kind = textAt(object, 'kind') ?? of.kind ?? '';
  const apiVersion = textAt(object, 'apiVersion') ?? of.apiVersion ?? '';
  if (kind.endsWith('List') && Array.isArray(valueAt(object, 'items'))) {
    const itemKind = kind.slice(0, -'List'.length);
    // A List of one kind says that there is none when it is empty; a mixed one says nothing.
    if (itemKind !== '') kindIn(objects, apiVersion, itemKind);
    for (const item of listAt(object, 'items')) {
      if (isRecord(item)) addObject(item, itemKind === '' ? {} : { kind: itemKind, apiVersion }, objects);
    }
    return;
  }
  if (kind === '') return;
  const metadata = recordAt(object, 'metadata');
  const id = `${textAt(metadata, 'namespace') ?? ''}/${textAt(metadata, 'name') ?? ''}`;
  kindIn(objects, apiVersion, kind).set(id, object);
}

function kindIn(objects: SnapshotObjects, apiVersion: string, kind: string): Map<string, object> {
  const slash = apiVersion.indexOf('/');
  const key = `${slash === -1 ? '' : apiVersion.slice(0, slash)}/${kind}`;
  const found = objects.get(key) ?? new Map<string, object>();
  objects.set(key, found);
  return found;
}
