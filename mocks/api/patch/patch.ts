import type { JsonObject } from '../../store/json.ts';

/** A PATCH as it came in: the kind of patch and its decoded body. */
export type Patch =
  | { kind: 'json'; operations: unknown }
  | { kind: 'merge'; body: unknown }
  | { kind: 'strategic'; body: unknown }
  | { kind: 'apply'; configuration: JsonObject; force: boolean };

/** The content types of the kinds of patches. */
export const PATCH_TYPES = {
  'application/json-patch+json': 'json',
  'application/merge-patch+json': 'merge',
  'application/strategic-merge-patch+json': 'strategic',
  'application/apply-patch+yaml': 'apply',
} as const satisfies Record<string, Patch['kind']>;
