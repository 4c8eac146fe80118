import type { PlaceKeys } from '../../workload/field-places.ts';

/** Keys joined by dots, for tests. */
export function pathOfKeys(keys: PlaceKeys): string {
  return keys.join('.');
}
