import { decodeMeta } from './kubernetes-object.ts';
import type { Undecodable } from './kubernetes-object.ts';
import { parsed } from './parsed.ts';
import type { Parsed } from './parsed.ts';

/** What the rules look at on a Namespace. */
export interface NamespaceFacts {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly terminating: boolean;
}

export function decodeNamespace(object: unknown): Parsed<NamespaceFacts, Undecodable> {
  const meta = decodeMeta(object);
  if (!meta.ok) return meta;
  const { name, labels, annotations, terminating } = meta.value;
  return parsed({ name, labels, annotations, terminating });
}
