import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { CannotRun, wordsOf } from './cannot-run.ts';

const MIB = 1024 * 1024;

/**
 * The text of a file, or of whatever else has a path and can be read.
 * @param max its size in MiB, at most
 * @throws {CannotRun}
 */
export async function readText(file: string, max: number): Promise<string> {
  const found = await stat(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  if (found.isDirectory()) throw new CannotRun('cannot.folder', { file });
  return readStream(file, createReadStream(file), max);
}

/** The text of a stream, such as standard input. */
export async function readStream(name: string, stream: Readable, max: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk as Buffer | string);
      size += bytes.length;
      if (size > max * MIB) throw new CannotRun('cannot.tooLarge', { file: name, max });
      chunks.push(bytes);
    }
  } catch (error) {
    throw error instanceof CannotRun ? error : unreadable(name, error);
  }
  return decode(name, Buffer.concat(chunks));
}

function decode(file: string, bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CannotRun('cannot.notText', { file });
  }
  if (text.includes('\u0000')) throw new CannotRun('cannot.notText', { file });
  return text;
}

/** The words of the system without its call and path: `ENOENT: no such file or directory`. */
function unreadable(file: string, cause: unknown): CannotRun {
  return new CannotRun('cannot.readFile', { file, problem: wordsOf(cause).split(',')[0] ?? '' });
}
