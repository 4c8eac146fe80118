import { readStatus, type ApiError } from './api-error.ts';
import type { ObjectEvent } from './apply-events.ts';
import type { KubernetesObject, Resource, Stored } from './resources.ts';
import { readObject } from './wire-object.ts';

/** One frame of a watch, read. */
export type WatchFrame<Item> =
  | { readonly type: 'OBJECT'; readonly event: ObjectEvent<Item>; readonly resourceVersion: string }
  | { readonly type: 'BOOKMARK'; readonly resourceVersion: string }
  /** The server ends the watch and says why; 410 means that it no longer knows the place to go on from. */
  | { readonly type: 'ERROR'; readonly error: ApiError }
  /** Something that is no watch event: an event may have been lost. */
  | { readonly type: 'UNREADABLE' };

/**
 * The frames of a watch: one JSON document a line. A chunk of bytes may end anywhere, in the middle of a character too.
 * A last line without its end is dropped: the stream was cut inside it. Ends when the body ends, rejects when it breaks;
 * leaving the loop early cancels the body.
 */
export async function* readFrames<Item extends Stored<KubernetesObject>>(
  body: ReadableStream<Uint8Array>,
  resource: Resource<Item>,
): AsyncGenerator<WatchFrame<Item>> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let tail = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (tail + decoder.decode(value, { stream: true })).split('\n');
      tail = lines.pop() ?? '';
      for (const line of lines) {
        if (line.trim() !== '') yield readFrame(line, resource);
      }
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

function readFrame<Item extends Stored<KubernetesObject>>(
  line: string,
  resource: Resource<Item>,
): WatchFrame<Item> {
  const { type, object } = parseLine(line);
  switch (type) {
    case 'ADDED':
    case 'MODIFIED':
    case 'DELETED': {
      const item = readObject(object, resource);
      if (item === undefined) return { type: 'UNREADABLE' };
      return {
        type: 'OBJECT',
        event: { type, object: item },
        resourceVersion: item.metadata.resourceVersion,
      };
    }
    case 'BOOKMARK': {
      const version = (object as KubernetesObject | undefined)?.metadata?.resourceVersion;
      return version === undefined ? { type: 'UNREADABLE' } : { type: 'BOOKMARK', resourceVersion: version };
    }
    case 'ERROR':
      return { type: 'ERROR', error: readStatus(object, 500, 'The watch ended with an error.') };
    default:
      return { type: 'UNREADABLE' };
  }
}

function parseLine(line: string): { readonly type?: unknown; readonly object?: unknown } {
  try {
    const frame: unknown = JSON.parse(line);
    return typeof frame === 'object' && frame !== null ? frame : {};
  } catch {
    return {};
  }
}
