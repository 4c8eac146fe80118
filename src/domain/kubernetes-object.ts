import { failed, parsed } from './parsed.ts';
import type { Parsed } from './parsed.ts';
import { recordAt, textAt, textMapAt, valueAt } from './untyped.ts';

/** What every object of the API has, as far as it could be read. */
export interface ObjectMeta {
  readonly name: string;
  /** `''` for objects without a namespace. */
  readonly namespace: string;
  readonly uid: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** `metadata.deletionTimestamp` is set. */
  readonly terminating: boolean;
}

/** An object without a name cannot be shown or referred to; everything else that is wrong is recorded on the object. */
export interface Undecodable {
  readonly code: 'noName';
}

export function decodeMeta(object: unknown): Parsed<ObjectMeta, Undecodable> {
  const metadata = recordAt(object, 'metadata');
  const name = textAt(metadata, 'name');
  if (name === undefined) return failed({ code: 'noName' });
  const deleted = valueAt(metadata, 'deletionTimestamp');
  return parsed({
    name,
    namespace: textAt(metadata, 'namespace') ?? '',
    uid: textAt(metadata, 'uid') ?? '',
    labels: textMapAt(metadata, 'labels'),
    annotations: textMapAt(metadata, 'annotations'),
    terminating: deleted !== undefined && deleted !== null,
  });
}
