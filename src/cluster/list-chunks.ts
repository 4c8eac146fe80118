import type { Host } from '../host/host.ts';
import { ApiFailure, readStatus } from './api-error.ts';
import { listPath, type ListSource } from './list-source.ts';
import type { KubernetesObject, Stored } from './resources.ts';
import { sendJson } from './send.ts';
import { readObject } from './wire-object.ts';

/** Objects in one chunk; what kubectl asks for. */
export const chunkSize = 500;

export interface ListChunk<Item> {
  readonly items: readonly Item[];
  /** `remainingItemCount`: objects after this chunk. Servers leave it out where a selector makes it unknown. */
  readonly remaining?: number;
  /** Where a watch goes on from. Opaque. */
  readonly resourceVersion: string;
  /** The chunks before this one were of a snapshot that the server has thrown away: the list begins here. */
  readonly first: boolean;
}

/**
 * Reads a list chunk by chunk. When the snapshot expires between two chunks (410) it begins again, this time asking
 * for the whole at once, which cannot expire; the pager of client-go does the same.
 *
 * @throws {ApiFailure}
 */
export async function* listChunks<Item extends Stored<KubernetesObject>>(
  host: Pick<Host, 'fetch'>,
  source: ListSource<Item>,
  signal: AbortSignal,
): AsyncGenerator<ListChunk<Item>> {
  let query: Readonly<Record<string, string>> = { limit: String(chunkSize) };
  for (;;) {
    const continued = query['continue'] !== undefined;
    let body: unknown;
    try {
      ({ body } = await sendJson(host, source.cluster, listPath(source, query), { signal }));
    } catch (cause) {
      if (!continued || !isExpired(cause)) throw cause;
      query = {};
      continue;
    }
    const { token, ...chunk } = readPage(body, source);
    yield { ...chunk, first: !continued };
    if (token === '') return;
    query = { limit: String(chunkSize), continue: token };
  }
}

function isExpired(cause: unknown): boolean {
  return cause instanceof ApiFailure && cause.error.status === 410;
}

function readPage<Item extends Stored<KubernetesObject>>(body: unknown, source: ListSource<Item>) {
  const { items, metadata } = body as {
    items?: unknown;
    metadata?: { resourceVersion?: string; continue?: string; remainingItemCount?: number };
  };
  if (!Array.isArray(items) && items !== null) throw unreadable('The answer is not a Kubernetes list.');
  return {
    items: (items ?? []).map((raw: unknown) => {
      const item = readObject(raw, source.resource);
      if (item === undefined)
        throw unreadable('The list has an object without metadata.uid or metadata.name.');
      return item;
    }),
    resourceVersion: metadata?.resourceVersion ?? '',
    token: metadata?.continue ?? '',
    ...(metadata?.remainingItemCount === undefined ? {} : { remaining: metadata.remainingItemCount }),
  };
}

function unreadable(message: string): ApiFailure {
  return new ApiFailure(readStatus(undefined, 200, message));
}
