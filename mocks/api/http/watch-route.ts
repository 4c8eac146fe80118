import { StatusError } from '../../store/store.ts';
import { readVersion } from '../lists/list.ts';
import { openWatch } from '../lists/watch.ts';
import type { WatchEvent } from '../lists/watch.ts';
import { apiVersionOf } from '../resource-type.ts';
import type { ResourceType } from '../resource-type.ts';
import { statusObject } from './answer.ts';
import type { Answer, AnswerStream } from './answer.ts';
import { negotiationOf, selectionOf } from './api-request.ts';
import type { ResourceRequest, ServerContext } from './api-request.ts';
import { negotiate } from './negotiate.ts';
import { checkListOptions } from './list-options.ts';
import { flag, wholeNumber } from './query.ts';
import { objectText } from './representation.ts';

/** How long a watch lasts that does not say it, in seconds. Source: `--min-request-timeout` of kube-apiserver. */
const DEFAULT_TIMEOUT = 30 * 60;
/** `setTimeout` cannot wait longer. */
const LONGEST_TIMEOUT = 2_147_483;

/** GET of a collection with `watch=true`. @throws StatusError 400, 406 */
export function watchList(context: ServerContext, request: ResourceRequest): Answer {
  const { type, query } = request;
  const { view } = negotiate(negotiationOf(request), ['full', 'table', 'metadata']);
  const selection = selectionOf(request);
  const asked = query.get('resourceVersion') ?? '';
  const version = readVersion(asked);
  checkListOptions(query, 'watch');
  // `false` begins with the next change, whatever the version says of `0`.
  const initial = query.has('sendInitialEvents') ? flag(query, 'sendInitialEvents') : version === 0;
  const ending = query.has('sendInitialEvents') && initial && flag(query, 'allowWatchBookmarks');
  const seconds = Math.min(
    LONGEST_TIMEOUT,
    Math.max(1, wholeNumber(query, 'timeoutSeconds') || DEFAULT_TIMEOUT),
  );
  const bookmarks = flag(query, 'allowWatchBookmarks');
  let shown = 0;
  const show = (event: WatchEvent) => {
    const text = objectText(type, event.object, view, query, context.clock.now());
    shown += 1;
    // Only the first table says what its columns are.
    const object = view === 'table' && shown > 1 ? withoutColumns(text) : text;
    return `{"type":"${event.type}","object":${object}}\n`;
  };
  const bookmark = (resourceVersion: string, annotations?: object) => {
    const metadata = {
      resourceVersion,
      creationTimestamp: null,
      ...(annotations === undefined ? {} : { annotations }),
    };
    const head =
      view === 'full'
        ? { kind: type.kind, apiVersion: apiVersionOf(type) }
        : { kind: view === 'table' ? 'Table' : 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1' };
    const rest = view === 'table' ? { columnDefinitions: [], rows: [] } : {};
    return `${JSON.stringify({ type: 'BOOKMARK', object: { ...head, metadata, ...rest } })}\n`;
  };

  return {
    kind: 'stream',
    open(stream) {
      const line = createLine(stream);
      try {
        const since = initial ? undefined : version || Number(context.store.resourceVersion);
        const stop = openWatch(context.store, context.history, { selection, since }, (event) => {
          if (event !== undefined) line.write(show(event));
        });
        stream.onClose(stop);
      } catch (error) {
        if (!(error instanceof StatusError)) throw error;
        return line.fail(error);
      }
      if (ending) line.write(bookmark(context.store.resourceVersion, initialEventsEnd(type)));
      const ticking = setInterval(() => {
        if (bookmarks) line.write(bookmark(context.store.resourceVersion));
      }, context.bookmarkInterval);
      const timeout = setTimeout(() => {
        if (bookmarks) line.write(bookmark(context.store.resourceVersion));
        line.end();
      }, seconds * 1000);
      const forget = context.watches.add({
        resource: selection.resource,
        cut: () => stream.destroy(),
        expire: () => line.fail(expired()),
        silence: () => line.silence(),
      });
      stream.onClose(() => {
        clearInterval(ticking);
        clearTimeout(timeout);
        forget();
      });
    },
  };
}

/** The annotations of the bookmark after the initial events. The blueprint is an empty list, for clients that rebuild one. */
function initialEventsEnd(type: ResourceType): Record<string, string> {
  const list = `{"kind":"${type.listKind}","apiVersion":"${apiVersionOf(type)}","metadata":{},"items":null}\n`;
  return {
    'k8s.io/initial-events-end': 'true',
    'kubernetes.io/initial-events-list-blueprint': Buffer.from(list).toString('base64'),
  };
}

function withoutColumns(table: string): string {
  return JSON.stringify({ ...(JSON.parse(table) as object), columnDefinitions: null });
}

function expired(): StatusError {
  return new StatusError({
    code: 410,
    reason: 'Expired',
    message: 'The resourceVersion for the provided watch is too old.',
  });
}

/** A stream that can be made to say nothing more. */
function createLine(stream: AnswerStream) {
  let silent = false;
  const write = (text: string) => {
    if (!silent) stream.write(text);
  };
  const end = () => {
    if (!silent) stream.end();
  };
  return {
    write,
    end,
    silence() {
      silent = true;
    },
    fail(error: StatusError) {
      write(`${JSON.stringify({ type: 'ERROR', object: statusObject(error.status) })}\n`);
      end();
    },
  };
}
