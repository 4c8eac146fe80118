import { ApiFailure, type ApiError } from '../../cluster/api-error.ts';
import {
  admissionChanges,
  replacedNicAnnotations,
  type AdmissionChange,
} from '../../domain/workload/admission-changes.ts';
import type { Existing, ObjectProgress, SubmittedObject } from './submission.ts';

/** What the API server said of an object that it was asked to create and not to store. */
export type RehearsalOutcome =
  | {
      readonly kind: 'accepted';
      readonly warnings: readonly string[];
      readonly changes: readonly AdmissionChange[];
    }
  | { readonly kind: 'refused'; readonly error: ApiError }
  /** The cluster does not rehearse, or could not now: nothing is known, and the creation itself will tell. */
  | { readonly kind: 'notRun'; readonly error: ApiError };

export interface RehearsedObject {
  readonly object: SubmittedObject;
  readonly outcome: RehearsalOutcome;
  /** When it was asked, in milliseconds since the epoch. */
  readonly at: number;
}

/** How old an answer may be, in milliseconds, to stand for the cluster as it is: a Create right after a Check. */
const freshFor = 10_000;

/** What the server would store, and its warnings. */
export interface DryRunAnswer {
  readonly object: unknown;
  readonly warnings: readonly string[];
}

/** What the rehearsal needs of a cluster. Each rejects with an `ApiFailure`. */
export interface RehearsalApi {
  /** A POST with `dryRun=All`. */
  dryRun(object: SubmittedObject): Promise<DryRunAnswer>;
  /** What the cluster has under its name. */
  find(object: SubmittedObject): Promise<Existing>;
}

/**
 * Asks the API server for every object whether it would create it: one request each, side by side. What it has just
 * accepted, to the letter, is not asked again.
 *
 * @param known what need not be asked again while it is fresh; nothing, to ask for all
 * @param now milliseconds since the epoch
 */
export function rehearseObjects(
  objects: readonly SubmittedObject[],
  known: readonly RehearsedObject[],
  api: RehearsalApi,
  now: number,
): Promise<readonly RehearsedObject[]> {
  const accepted = known.filter(({ outcome, at }) => outcome.kind === 'accepted' && isFresh(at, now));
  return Promise.all(
    objects.map(
      async (object) =>
        accepted.find((item) => isSameText(item.object, object)) ?? {
          object,
          outcome: await rehearse(object, api),
          at: now,
        },
    ),
  );
}

/** A clock that was set back makes an answer old. */
function isFresh(at: number, now: number): boolean {
  return now >= at && now - at < freshFor;
}

async function rehearse(object: SubmittedObject, api: RehearsalApi): Promise<RehearsalOutcome> {
  try {
    const { object: answered, warnings } = await api.dryRun(object);
    return { kind: 'accepted', warnings, changes: admissionChanges(object.body, answered) };
  } catch (cause) {
    if (!(cause instanceof ApiFailure)) throw cause;
    const { error } = cause;
    if (cannotRehearse(error)) return { kind: 'notRun', error };
    // What an earlier, unanswered creation of this wizard made is no obstacle: the creation will find it.
    if (error.reason === 'AlreadyExists' && (await isOurs(object, api)))
      return { kind: 'accepted', warnings: [], changes: [] };
    return { kind: 'refused', error };
  }
}

async function isOurs(object: SubmittedObject, api: RehearsalApi): Promise<boolean> {
  try {
    return (await api.find(object)) === 'ours';
  } catch (cause) {
    if (cause instanceof ApiFailure) return false;
    throw cause;
  }
}

/**
 * No answer about the object: no connection, a server that is busy or away, or one that takes no dry runs. Its words:
 * `admission webhook "x" does not support dry run` (`NewDryRunUnsupportedErr` of `k8s.io/apiserver`, for a webhook with
 * side effects), `the dryRun beta feature is disabled` (before Kubernetes 1.18). An internal error is an answer: a
 * webhook that fails will fail the creation as well.
 */
function cannotRehearse(error: ApiError): boolean {
  if (error.kind === 'network' || [429, 502, 503, 504].includes(error.status)) return true;
  return refusesDryRuns(error);
}

export function refusesDryRuns({ status, message }: ApiError): boolean {
  return (
    status === 400 &&
    /^(admission webhook ".*" does not support dry run|the dryRun \w+ feature is disabled)$/.test(message)
  );
}

/** Where each object stands after its rehearsal: refused, or waiting to be created. */
export function afterRehearsal(
  progress: readonly ObjectProgress[],
  rehearsal: readonly RehearsedObject[],
): readonly ObjectProgress[] {
  return progress.map((item) => {
    if (item.state.phase !== 'rehearsing') return item;
    const outcome = rehearsal.find(({ object }) => object === item.object)?.outcome;
    return outcome?.kind === 'refused'
      ? { ...item, state: { phase: 'refused', error: outcome.error } }
      : { ...item, state: { phase: 'waiting' } };
  });
}

/**
 * Whether a rehearsal must be seen before anything is created: it is the first to say that the cluster replaces the
 * NICs of the form.
 */
export function asksFirst(rehearsal: readonly RehearsedObject[], last: readonly RehearsedObject[]): boolean {
  return rehearsal.some(
    (item) => replacedNics(item).length > 0 && !last.some((seen) => replacesSameNics(seen, item)),
  );
}

function replacesSameNics(a: RehearsedObject, b: RehearsedObject): boolean {
  return (
    a.object.kind === b.object.kind && JSON.stringify(replacedNics(a)) === JSON.stringify(replacedNics(b))
  );
}

/** The annotations of the NIC step that admission would change. */
export function replacedNics({ outcome }: RehearsedObject): readonly AdmissionChange[] {
  return outcome.kind === 'accepted' ? replacedNicAnnotations(outcome.changes) : [];
}

/** Whether the objects of a rehearsal are still those of the form, to the letter. */
export function isStillOf(rehearsal: readonly RehearsedObject[], now: readonly SubmittedObject[]): boolean {
  return rehearsal.every(({ object }) => now.some((item) => isSameText(item, object)));
}

function isSameText(a: SubmittedObject, b: SubmittedObject): boolean {
  return a === b || (a.kind === b.kind && JSON.stringify(a.body) === JSON.stringify(b.body));
}
