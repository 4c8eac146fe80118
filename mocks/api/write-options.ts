import type { Manager } from './managed-fields/managers.ts';

/** What a client may say about a write, besides the object. */
export interface WriteOptions {
  /** Runs admission and validation, and stores nothing. */
  dryRun?: boolean;
  /** Who is written into `managedFields`. Without it nothing is recorded. */
  fieldManager?: string;
  /** What happens to unknown and duplicate fields. Default `Ignore`; over HTTP it is `Warn`. */
  fieldValidation?: FieldValidation;
  /** Paths of fields that the text of the request had twice. */
  duplicateFields?: readonly string[];
  subresource?: 'status' | 'scale';
  /** Set by a server-side apply: who manages what when it is done. */
  appliedFields?: readonly Manager[];
  /** Takes a `Warning:` header. */
  warn?: (text: string) => void;
}

export type FieldValidation = 'Strict' | 'Warn' | 'Ignore';
