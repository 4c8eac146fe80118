import { ApiFailure, type ApiError } from '../../cluster/api-error.ts';
import type { KubernetesObject } from '../../cluster/resources.ts';

export type SubmittedKind = 'Deployment' | 'Service';

/** One object to create, exactly as it is sent. */
export interface SubmittedObject {
  readonly kind: SubmittedKind;
  readonly namespace: string;
  readonly name: string;
  readonly body: KubernetesObject;
}

/** How far an object is. */
export type ObjectState =
  | { readonly phase: 'waiting' }
  /** The API server is asked whether it would create it. */
  | { readonly phase: 'rehearsing' }
  /** The API server would not create it: it was not sent. */
  | { readonly phase: 'refused'; readonly error: ApiError }
  | { readonly phase: 'creating' }
  /** No answer came; the cluster is asked whether the object is there. */
  | { readonly phase: 'checking' }
  | { readonly phase: 'created'; readonly warnings: readonly string[] }
  | { readonly phase: 'failed'; readonly error: ApiError }
  /** No answer came, and the cluster could not be asked either: it may be there or not. */
  | { readonly phase: 'unknown'; readonly error: ApiError };

export interface ObjectProgress {
  readonly object: SubmittedObject;
  readonly state: ObjectState;
}

/** An object that this wizard made, one that somebody else made, or none. */
export type Existing = 'ours' | 'other' | 'none';

/** What the submission needs of a cluster. Each rejects with an `ApiFailure`. */
export interface SubmitApi {
  /** Creates by POST and never overwrites. @returns the server's warnings */
  create(object: SubmittedObject): Promise<readonly string[]>;
  /** What the cluster has under its name. */
  find(object: SubmittedObject): Promise<Existing>;
}

/**
 * Creates objects one after the other and stops at the first that is not created. An object that is created already
 * is passed over, so a second run makes only what is missing. Where no answer came, it looks before it says anything:
 * the object may have been created all the same.
 *
 * @param report told of each change
 * @returns the state of each object at the end
 */
export async function submitObjects(
  start: readonly ObjectProgress[],
  api: SubmitApi,
  report: (progress: readonly ObjectProgress[]) => void,
): Promise<readonly ObjectProgress[]> {
  let progress = start;
  const enter = (index: number, state: ObjectState) => {
    progress = progress.map((item, place) => (place === index ? { ...item, state } : item));
    report(progress);
  };
  for (const [index, { object, state }] of start.entries()) {
    if (state.phase === 'created') continue;
    const end = await submitObject(object, state, api, (next) => enter(index, next));
    enter(index, end);
    if (end.phase !== 'created') break;
  }
  return progress;
}

async function submitObject(
  object: SubmittedObject,
  before: ObjectState,
  api: SubmitApi,
  enter: (state: ObjectState) => void,
): Promise<ObjectState> {
  if (before.phase === 'unknown') {
    enter({ phase: 'checking' });
    const seen = await look(object, before.error, api);
    if (seen.phase !== 'failed' || seen.error.reason === 'AlreadyExists') return seen;
  }
  enter({ phase: 'creating' });
  try {
    return { phase: 'created', warnings: await api.create(object) };
  } catch (cause) {
    if (!(cause instanceof ApiFailure)) throw cause;
    const { error } = cause;
    if (!isUnanswered(error) && error.reason !== 'AlreadyExists') return { phase: 'failed', error };
    enter({ phase: 'checking' });
    return look(object, error, api);
  }
}

/**
 * What became of an object whose creation was not answered, or answered with "it exists already": a browser that lost
 * the answer may have sent the request once more by itself, and the second one finds what the first one made.
 */
async function look(object: SubmittedObject, error: ApiError, api: SubmitApi): Promise<ObjectState> {
  try {
    switch (await api.find(object)) {
      case 'ours':
        return { phase: 'created', warnings: [] };
      case 'none':
        return { phase: 'failed', error };
      case 'other':
        return {
          phase: 'failed',
          error: {
            ...error,
            kind: 'http',
            status: 409,
            reason: 'AlreadyExists',
            causes: [],
            message: error.reason === 'AlreadyExists' ? error.message : '',
          },
        };
    }
  } catch (cause) {
    if (!(cause instanceof ApiFailure)) throw cause;
    // A clear "no" stands, whether its object can be looked at or not.
    return isUnanswered(error) ? { phase: 'unknown', error } : { phase: 'failed', error };
  }
}

/** No server has said yes or no: a cut connection, a gateway that gave up waiting, a server that ran out of time. */
function isUnanswered(error: ApiError): boolean {
  return (
    error.kind === 'network' || error.status === 502 || error.status === 504 || error.reason === 'Timeout'
  );
}

/** Where each object stands before a run: one that the last run created is not made again. */
export function startOf(
  objects: readonly SubmittedObject[],
  last: readonly ObjectProgress[],
): readonly ObjectProgress[] {
  return objects.map((object) => {
    const before = last.find((item) => isSame(item.object, object));
    const keeps = before?.state.phase === 'created' || before?.state.phase === 'unknown';
    return { object, state: keeps ? before.state : { phase: 'waiting' } };
  });
}

function isSame(a: SubmittedObject, b: SubmittedObject): boolean {
  return a.kind === b.kind && a.namespace === b.namespace && a.name === b.name;
}
