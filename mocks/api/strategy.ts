import type { JsonObject } from '../store/json.ts';
import type { KubeObject } from '../store/store.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import type { FieldErrors } from './validation/field-errors.ts';

/** What a strategy may use besides the object. */
export interface StrategyContext {
  store: MemoryStore;
  /** Whether nothing will be stored. */
  dryRun: boolean;
  warn: (text: string) => void;
}

/**
 * The rules of one resource, called in the order of the API server: defaults, preparation, validation.
 * All may change `object` but the validators.
 */
export interface Strategy {
  /** A new object may bring its status along; for other resources only the status subresource writes it. */
  readonly createsWithStatus?: boolean;
  /** The status of a new object: what Go writes of one that nobody has filled in. */
  readonly emptyStatus?: JsonObject;
  /** Whether a change that may not be is told before what no object may have. */
  readonly comparesFirst?: boolean;
  /** Fills in what the client left out. */
  defaults?(object: KubeObject): void;
  /** Sets what the client may not, and allocates. */
  prepareForCreate?(object: KubeObject, context: StrategyContext): void;
  prepareForUpdate?(object: KubeObject, old: KubeObject, context: StrategyContext): void;
  /** Completes a status that somebody writes. */
  prepareForStatus?(object: KubeObject, old: KubeObject): void;
  validateStatus?(object: KubeObject, errors: FieldErrors): void;
  validate?(object: KubeObject, errors: FieldErrors, context: StrategyContext): void;
  validateUpdate?(object: KubeObject, old: KubeObject, errors: FieldErrors, context: StrategyContext): void;
  /** Refuses a deletion by throwing `StatusError`. */
  beforeDelete?(object: KubeObject): void;
}
