import type { Readable } from 'node:stream';
import type { ManifestText } from '../src/domain/checks/manifest/check-manifest.ts';
import { parseManifest } from '../src/domain/workload/manifest-document.ts';
import { CannotRun } from './cannot-run.ts';
import { readStream, readText } from './read-text.ts';

/** A manifest with the name that it is spoken of by. */
export interface NamedManifest extends ManifestText {
  readonly file: string;
}

/** MiB. The API takes 3 at most for one object. */
const MAX_SIZE = 16;

const STANDARD_INPUT = '-';

/**
 * Reads a manifest, `-` from standard input.
 * @throws {CannotRun}
 */
export async function readManifest(path: string, stdin: Readable): Promise<NamedManifest> {
  const file = path === STANDARD_INPUT ? 'stdin' : path;
  const text = await (path === STANDARD_INPUT ? readStream(file, stdin, MAX_SIZE) : readText(path, MAX_SIZE));
  const documents = parseManifest(text);
  if (documents.ok) return { file, text, documents: documents.value };
  const { code, line, column, detail } = documents.error;
  switch (code) {
    case 'syntax':
      throw new CannotRun('cannot.syntax', { file, line, column, problem: withoutPlace(detail) });
    case 'notAnObject':
      throw new CannotRun('cannot.notAnObject', { file, line });
    case 'alias':
      throw new CannotRun('cannot.aliases', { file, line });
  }
}

/** The parser says the place once more. */
export function withoutPlace(detail: string): string {
  return detail.replace(/ at line \d+, column \d+:?$/, '');
}
