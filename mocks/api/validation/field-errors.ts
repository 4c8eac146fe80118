import { scalarText } from '../../store/json.ts';
import type { FieldError } from '../../store/status-errors.ts';

/** Collects what is wrong with an object, in the order found and the words of Kubernetes' `field.Error`. */
export class FieldErrors {
  readonly list: FieldError[] = [];

  get empty(): boolean {
    return this.list.length === 0;
  }

  /** `spec.selector: Required value`, with a detail after a colon. */
  required(field: string, detail = ''): void {
    this.#add('FieldValueRequired', field, withDetail('Required value', detail));
  }

  /** `spec.replicas: Invalid value: -1: must be greater than or equal to 0`. */
  invalid(field: string, value: unknown, detail: string): void {
    this.#add('FieldValueInvalid', field, withDetail(`Invalid value: ${goValue(value)}`, detail));
  }

  /** As `invalid`, for a value of another type than the schema's. */
  wrongType(field: string, value: unknown, detail: string): void {
    this.#add('FieldValueTypeInvalid', field, withDetail(`Invalid value: ${goValue(value)}`, detail));
  }

  /** `spec.ports[1].name: Duplicate value: "http"`. */
  duplicate(field: string, value: unknown): void {
    this.#add('FieldValueDuplicate', field, `Duplicate value: ${goValue(value)}`);
  }

  /** `spec.containers[0].volumeMounts[0].name: Not found: "data"`. */
  notFound(field: string, value: unknown): void {
    this.#add('FieldValueNotFound', field, `Not found: ${goValue(value)}`);
  }

  /** `spec.clusterIP: Forbidden: may not be set when ...`. */
  forbidden(field: string, detail: string): void {
    this.#add('FieldValueForbidden', field, withDetail('Forbidden', detail));
  }

  /** `spec.type: Unsupported value: "X": supported values: "A", "B"`. */
  notSupported(field: string, value: unknown, supported: readonly string[]): void {
    const values = supported.map((text) => JSON.stringify(text)).join(', ');
    const detail = supported.length === 0 ? '' : `supported values: ${values}`;
    this.#add('FieldValueNotSupported', field, withDetail(`Unsupported value: ${goValue(value)}`, detail));
  }

  /** `metadata.annotations: Too long: may not be more than 262144 bytes`. */
  tooLong(field: string, bytes: number): void {
    this.#add('FieldValueTooLong', field, `Too long: may not be more than ${bytes} bytes`);
  }

  /** `spec.x: Too many: 5: must have at most 3 items`. */
  tooMany(field: string, count: number, most: number): void {
    this.#add('FieldValueTooMany', field, `Too many: ${count}: must have at most ${most} items`);
  }

  #add(reason: FieldError['reason'], field: string, message: string): void {
    this.list.push({ reason, field, message });
  }
}

/** A value that is printed in Go's syntax instead of as text: `map[string]string{"app":"web"}`. */
export class GoLiteral {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** `map[string]string{"a":"1"}`, keys in order. */
export function goStringMap(map: Record<string, string> | undefined): string {
  if (map === undefined) return 'map[string]string(nil)';
  const entries = Object.entries(map)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `map[string]string{${entries.join(', ')}}`;
}

/** `[]string{"a", "b"}`. */
export function goStrings(list: readonly string[]): string {
  return `[]string{${list.map((item) => JSON.stringify(item)).join(', ')}}`;
}

function withDetail(text: string, detail: string): string {
  return detail === '' ? text : `${text}: ${detail}`;
}

function goValue(value: unknown): string {
  if (value instanceof GoLiteral) return value.text;
  // Kubernetes prints what is nil as a text that says so.
  if (value === undefined || value === null) return '"null"';
  return typeof value === 'string' || typeof value === 'object' ? JSON.stringify(value) : scalarText(value);
}
