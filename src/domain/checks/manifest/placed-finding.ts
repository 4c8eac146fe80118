import type { Place, PlaceKeys } from '../../workload/field-places.ts';
import type { Finding } from '../finding.ts';

/** A finding with its place in the text of the manifest. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly place: Place;
}

/** A finding of a place that no draft has: its `path` is the nearest field, and it knows its own place. */
export interface ManifestFinding extends Finding {
  /** Keys and indexes from the object to the place. */
  readonly keys: PlaceKeys;
}
