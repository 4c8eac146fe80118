import { badRequest } from '../../store/status-errors.ts';
import { StatusError } from '../../store/store.ts';
import { readVersion } from '../lists/list.ts';
import { openWatch } from '../lists/watch.ts';
import type { WatchEvent } from '../lists/watch.ts';
import { apiVersionOf } from '../resource-type.ts';
import { statusObject } from './answer.ts';
import type { Answer, AnswerStream } from './answer.ts';
import { selectionOf } from './api-request.ts';
import type { ResourceRequest, ServerContext } from './api-request.ts';
import { negotiate } from './negotiate.ts';
import { flag, wholeNumber } from './query.ts';
import { objectText } from './representation.ts';

/** How long a watch lasts that does not say it, in seconds. Source: `--min-request-timeout` of kube-apiserver. */
const DEFAULT_TIMEOUT = 30 * 60;
/** `setTimeout` cannot wait longer. */
const LONGEST_TIMEOUT = 2_147_483;

/** GET of a collection with `watch=true`. @throws StatusError 400, 406 */
export function watchList(context: ServerContext, request: ResourceRequest): Answer {
  const { type, query, headers } = request;
  const { view } = negotiate(headers.accept, ['full', 'table', 'metadata']);
  const selection = selectionOf(request);
  const asked = query.get('resourceVersion') ?? '';
  const version = readVersion(asked);
  const initial = wantsInitialEvents(query);
  const seconds = Math.min(
    LONGEST_TIMEOUT,
    Math.max(1, wholeNumber(query, 'timeoutSeconds') || DEFAULT_TIMEOUT),
  );
  const bookmarks = flag(query, 'allowWatchBookmarks');
  const show = (event: WatchEvent) =>
    `{"type":"${event.type}","object":${objectText(type, event.object, view, query, context.clock.now())}}\n`;
  const bookmark = (resourceVersion: string, annotations?: object) => {
    const metadata = { resourceVersion, ...(annotations === undefined ? {} : { annotations }) };
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
        const since = initial || version === 0 ? undefined : version;
        const stop = openWatch(context.store, context.history, { selection, since }, (event) => {
          if (event !== undefined) line.write(show(event));
        });
        stream.onClose(stop);
      } catch (error) {
        if (!(error instanceof StatusError)) throw error;
        return line.fail(error);
      }
      if (initial && bookmarks)
        line.write(bookmark(context.store.resourceVersion, { 'k8s.io/initial-events-end': 'true' }));
      const ticking = setInterval(() => {
        if (bookmarks) line.write(bookmark(context.store.resourceVersion));
      }, context.bookmarkInterval);
      const ending = setTimeout(() => {
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
        clearTimeout(ending);
        forget();
      });
    },
  };
}

/** @throws StatusError 400 */
function wantsInitialEvents(query: URLSearchParams): boolean {
  if (!query.has('sendInitialEvents')) return false;
  if (query.get('resourceVersionMatch') !== 'NotOlderThan') {
    throw badRequest('sendInitialEvents requires setting resourceVersionMatch to NotOlderThan');
  }
  return flag(query, 'sendInitialEvents');
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
