import { get } from 'react-hook-form';
import type { ApiError } from '../../cluster/api-error.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { mentionsInDecodeError, type FieldMention } from '../../domain/workload/field-mentions.ts';
import { fieldOfCause } from '../../domain/workload/field-of-cause.ts';
import type { ObjectProgress, SubmittedObject } from './submission.ts';
import type { Submission } from './useSubmission.ts';

/** A value of a field that the cluster refused. It counts until that value, or the namespace of a name, is another. */
export interface Rejection {
  readonly path: string;
  readonly reason:
    | { readonly kind: 'exists'; readonly object: SubmittedObject }
    | { readonly kind: 'cause'; readonly message: string };
}

const nameField = { Deployment: 'basics.name', Service: 'service.name' } as const;

/** What the cluster refused of the fields of a submission, in the order in which the API names it. */
export function rejectionsOf({ draft, documents, progress }: Submission): Rejection[] {
  return progress.flatMap((item) => rejectionsOfObject(item, draft, documents));
}

function rejectionsOfObject(
  { object, state }: ObjectProgress,
  draft: Draft,
  documents: Submission['documents'],
): Rejection[] {
  if (state.phase !== 'failed' && state.phase !== 'refused') return [];
  const { error } = state;
  if (error.reason === 'AlreadyExists') {
    return [{ path: nameField[object.kind], reason: { kind: 'exists', object } }];
  }
  return mentionsIn(error).flatMap(({ field, message }) => {
    const path = fieldOfCause(documents, draft, object.kind, field);
    return path === undefined ? [] : [{ path, reason: { kind: 'cause', message } }];
  });
}

/** The fields that an error names: in its causes, or in its text alone. */
function mentionsIn({ causes, reason, message }: ApiError): readonly FieldMention[] {
  if (causes.length > 0) return causes;
  if (reason === 'BadRequest') return mentionsInDecodeError(message);
  const noNamespace = reason === 'NotFound' && message.startsWith('namespaces "');
  return noNamespace ? [{ field: 'metadata.namespace', message }] : [];
}

/** The rejections that still hold: the refused values stand in the form as they were sent. */
export function standingRejections(
  rejections: readonly Rejection[],
  sent: Draft,
  now: Draft,
): readonly Rejection[] {
  return rejections.filter(({ path, reason }) => {
    const paths = reason.kind === 'exists' ? [path, 'basics.namespace'] : [path];
    return paths.every((item) => isAsSent(item, sent, now));
  });
}

/** Whether a field of the form has the value that was sent. */
export function isAsSent(path: string, sent: Draft, now: Draft): boolean {
  return JSON.stringify(get(sent, path)) === JSON.stringify(get(now, path));
}
