import { ownedAnnotationKeys } from '../spiderpool/annotations.ts';
import { isRecord, valueAt, type UntypedRecord } from '../untyped.ts';
import { isServerOwned, meansAbsent } from './admission/left-out.ts';
import { itemLabels } from './admission/merge-keys.ts';
import { isTextMap, pathPattern, pathText, type ObjectPath, type PathStep } from './admission/object-path.ts';
import { isServerDefault } from './admission/server-defaults.ts';
import { parseQuantity } from './quantity.ts';

/** One difference between an object as it was sent and as the API server would store it. */
export interface AdmissionChange {
  /** As the API writes paths, items by what identifies them: `spec.template.spec.containers[web].env[A].value`. */
  readonly path: string;
  /** `default`: filled in by the API server itself. The others are the work of admission: of webhooks and plugins. */
  readonly kind: 'default' | 'injected' | 'changed' | 'removed';
  /** `undefined` where there was nothing. */
  readonly before: unknown;
  /** `undefined` where nothing is left. */
  readonly after: unknown;
}

/**
 * What the API server and its admission made of an object: the answer to a dry run against the request. Metadata
 * that the server writes, quantities in another spelling and empty values that Go leaves out are no changes. Items of
 * lists are matched by Kubernetes' merge keys; where their order changed, the list is a change of its own.
 * @param sent the object as it was sent
 * @param answered the object as the server would store it
 */
export function admissionChanges(sent: unknown, answered: unknown): readonly AdmissionChange[] {
  const root = isRecord(answered) ? answered : {};
  const changes: AdmissionChange[] = [];
  compare(sent, answered, [], { owner: root, root, changes });
  return changes;
}

/** The changes to annotations of the NIC step: something in the cluster replaces the NICs (domain reference 1.9). */
export function replacedNicAnnotations(changes: readonly AdmissionChange[]): readonly AdmissionChange[] {
  return changes.filter(({ path }) => nicAnnotationPaths.has(path));
}

const nicAnnotationPaths: ReadonlySet<string> = new Set(
  ownedAnnotationKeys.map((key) => `spec.template.metadata.annotations[${key}]`),
);

interface Place {
  /** What the value is in, as answered. */
  readonly owner: UntypedRecord;
  readonly root: UntypedRecord;
  readonly changes: AdmissionChange[];
}

function compare(sent: unknown, answered: unknown, path: ObjectPath, place: Place): void {
  if (isServerOwned(path)) return;
  const before = meansAbsent(path, sent) ? undefined : sent;
  const after = meansAbsent(path, answered) ? undefined : answered;
  if (before === undefined && after === undefined) return;
  const records = recordsOf(before, after, path);
  if (records !== undefined) {
    compareRecords(records.before, records.after, path, place);
  } else if (Array.isArray(after) && (Array.isArray(before) || before === undefined)) {
    compareLists(before ?? [], after, path, place);
  } else if (!isSame(before, after, path)) {
    place.changes.push({ path: pathText(path), kind: kindOf(before, after, path, place), before, after });
  }
}

/**
 * Both sides as objects where they are told field by field: one that came may be defaults in part, one that went may
 * have held annotations. An item of a list is one thing.
 */
function recordsOf(
  before: unknown,
  after: unknown,
  path: ObjectPath,
): { before: UntypedRecord; after: UntypedRecord } | undefined {
  if (isRecord(before) && isRecord(after)) return { before, after };
  if (path.at(-1)?.kind === 'item') return undefined;
  if (before === undefined && isFilled(after)) return { before: {}, after };
  if (after === undefined && isFilled(before)) return { before, after: {} };
  return undefined;
}

function isFilled(value: unknown): value is UntypedRecord {
  return isRecord(value) && Object.keys(value).length > 0;
}

function kindOf(
  before: unknown,
  after: unknown,
  path: ObjectPath,
  { owner, root }: Place,
): AdmissionChange['kind'] {
  if (after === undefined) return 'removed';
  if (before !== undefined) return 'changed';
  return isServerDefault(pathPattern(path), after, owner, root) ? 'default' : 'injected';
}

function compareRecords(
  before: UntypedRecord,
  after: UntypedRecord,
  path: ObjectPath,
  { root, changes }: Place,
): void {
  const entries = isTextMap(path, { ...before, ...after });
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const key of keys) {
    const step: PathStep = entries ? { kind: 'entry', key } : { kind: 'field', name: key };
    compare(valueAt(before, key), valueAt(after, key), [...path, step], { owner: after, root, changes });
  }
}

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: ObjectPath,
  place: Place,
): void {
  const last = path.at(-1);
  const field = last?.kind === 'field' ? last.name : '';
  const labels = { before: itemLabels(field, before), after: itemLabels(field, after) };
  const item = (label: string): ObjectPath => [...path, { kind: 'item', label }];
  if (labels.before !== undefined && labels.after !== undefined) {
    const old = new Map(labels.before.map((label, index) => [label, before[index]]));
    const now = new Map(labels.after.map((label, index) => [label, after[index]]));
    for (const label of new Set([...old.keys(), ...now.keys()])) {
      compare(old.get(label), now.get(label), item(label), place);
    }
    const kept = labels.before.filter((label) => now.has(label));
    const order = labels.after.filter((label) => old.has(label));
    if (JSON.stringify(kept) !== JSON.stringify(order)) {
      place.changes.push({ path: pathText(path), kind: 'changed', before: kept, after: order });
    }
    return;
  }
  if ([...before, ...after].every(isRecord) && (before.length === after.length || before.length === 0)) {
    after.forEach((value, index) => compare(before[index], value, item(String(index)), place));
  } else if (!isSameList(before, after)) {
    const old = before.length === 0 ? undefined : before;
    place.changes.push({
      path: pathText(path),
      kind: kindOf(old, after, path, place),
      before: old,
      after,
    });
  }
}

function isSameList(before: readonly unknown[], after: readonly unknown[]): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function isSame(before: unknown, after: unknown, path: ObjectPath): boolean {
  if (before === after) return true;
  return isQuantity(path) && sameQuantity(before, after);
}

const quantityMaps: ReadonlySet<string> = new Set(['limits', 'requests', 'overhead']);
const quantityFields: ReadonlySet<string> = new Set(['sizeLimit', 'divisor']);

function isQuantity(path: ObjectPath): boolean {
  const last = path.at(-1);
  if (last?.kind === 'field') return quantityFields.has(last.name);
  const map = path.at(-2);
  return map?.kind === 'field' && quantityMaps.has(map.name);
}

function sameQuantity(before: unknown, after: unknown): boolean {
  const [a, b] = [before, after].map((value) =>
    typeof value === 'string' || typeof value === 'number' ? parseQuantity(String(value)) : undefined,
  );
  return a?.ok === true && b?.ok === true && a.value.milli === b.value.milli;
}
