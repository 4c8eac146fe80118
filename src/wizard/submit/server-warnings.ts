import { mentionInWarning } from '../../domain/workload/field-mentions.ts';
import { fieldOfCause } from '../../domain/workload/field-of-cause.ts';
import type { SubmittedKind } from './submission.ts';
import type { Submission } from './useSubmission.ts';

/** What the API server warned of in a rehearsal. */
export interface ServerWarning {
  readonly kind: SubmittedKind;
  /** The field of the draft that it speaks of; `undefined` where the form shows none. */
  readonly path: string | undefined;
  /** The server's own words. */
  readonly message: string;
}

/** The warnings of a rehearsal, in the order in which the API sent them. */
export function warningsOf({ draft, documents, rehearsal }: Submission): readonly ServerWarning[] {
  return rehearsal.flatMap(({ object: { kind }, outcome }) => {
    if (outcome.kind !== 'accepted') return [];
    return outcome.warnings.map((text): ServerWarning => {
      const { field, message } = mentionInWarning(text);
      return { kind, path: fieldOfCause(documents, draft, kind, field), message };
    });
  });
}
