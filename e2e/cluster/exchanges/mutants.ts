import { isObject, objectOr } from '../../../mocks/store/json.ts';
import type { JsonObject } from '../../../mocks/store/json.ts';
import type { Normalised } from './normalise.ts';
import type { Answers } from './play-all.ts';

/** A way in which recordings can be wrong: a change of each object in them. */
export interface Mutant {
  /** What is wrong. */
  name: string;
  /** Part of `subject/script METHOD path`. Default: everywhere. */
  where?: string;
  change: (object: JsonObject) => JsonObject;
}

/** Managers whose entries a simulated cluster does not have at all. */
const FOREIGN = /^(kube-controller-manager|spiderpool-controller|kube-apiserver|podnic-start) /;

/** Changes what the entries of clients say. */
function inManagers(change: (name: string, entry: JsonObject) => [string, JsonObject][]): Mutant['change'] {
  return (object) => {
    if (!isObject(object.managedFields)) return object;
    const entries = Object.entries(object.managedFields).flatMap(([name, entry]) =>
      FOREIGN.test(name) ? [[name, entry] as const] : change(name, objectOr(entry)),
    );
    return { ...object, managedFields: Object.fromEntries(entries) };
  };
}

function without(object: JsonObject, key: string): JsonObject {
  const { [key]: _gone, ...rest } = object;
  return rest;
}

/** A change of a field, where it is there. */
function ofField(key: string, change: (value: unknown) => unknown): Mutant['change'] {
  return (object) => (object[key] === undefined ? object : { ...object, [key]: change(object[key]) });
}

export const mutants: readonly Mutant[] = [
  {
    name: 'managers own nothing',
    change: inManagers((name, entry) => [[name, { ...entry, fieldsV1: {} }]]),
  },
  {
    name: 'managers own one more field',
    change: inManagers((name, entry) => [
      [name, { ...entry, fieldsV1: { ...objectOr(entry.fieldsV1), 'f:bogus': {} } }],
    ]),
  },
  { name: 'managers have other names', change: inManagers((name, entry) => [[`x-${name}`, entry]]) },
  { name: 'there are no managers', change: inManagers(() => []) },
  {
    name: 'a manager is noted twice',
    change: inManagers((name, entry) => [
      [name, entry],
      [`${name} (3)`, entry],
    ]),
  },
  { name: 'an owner is nobody', change: ofField('ownerReferences', withUid) },
  { name: 'a deletion tells another object', where: ' DELETE ', change: ofField('details', withUid) },
  { name: 'a patch that changes nothing makes a version', where: 'watches/watch PATCH ', change: ofVersion },
  { name: 'a change makes no version', where: 'crud/config-map PUT ', change: ofVersion },
  {
    name: 'a resource that is served is missing',
    where: 'discovery/resources-served GET /api/v1',
    change: ofField('resources', (resources) => without(objectOr(resources), 'pods')),
  },
  {
    name: 'a resource cannot be listed',
    where: 'discovery/resources-served GET /api/v1',
    change: ofField('verbs', () => ['get']),
  },
  {
    name: 'a group that is served is missing',
    where: 'discovery/all-groups GET /apis',
    change: ofField('groups', (groups) => without(objectOr(groups), 'apps')),
  },
  { name: 'an answer is of another kind', where: 'crud/secret PUT ', change: ofField('kind', () => 'Wrong') },
  {
    name: 'a text says something else',
    where: 'patches/',
    change: ofField('message', (text) => `${String(text)}!`),
  },
];

function withUid(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUid);
  return isObject(value) && value.uid !== undefined ? { ...value, uid: '<uid 99>' } : value;
}

function ofVersion(object: JsonObject): JsonObject {
  return object.resourceVersion === undefined ? object : { ...object, resourceVersion: '<version 99>' };
}

/** The answers with a mutant in them, and the exchanges that are other ones now, as `subject/script METHOD path`. */
export function mutated(
  answers: Answers,
  { where = '', change }: Mutant,
): { answers: Answers; touched: Set<string> } {
  const touched = new Set<string>();
  const changed = new Map<string, readonly Normalised[]>();
  for (const [script, exchanges] of answers) {
    const results = exchanges.map((exchange) => {
      const name = `${script} ${exchange.title}`;
      if (!name.includes(where)) return exchange;
      const result = mapped(exchange, change) as Normalised;
      if (JSON.stringify(result) !== JSON.stringify(exchange)) touched.add(name);
      return result;
    });
    changed.set(script, results);
  }
  return { answers: changed, touched };
}

function mapped(value: unknown, change: Mutant['change']): unknown {
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (!isObject(value)) return value;
  const inner = Object.entries(value).map(([key, part]) => [key, mapped(part, change)]);
  return change(Object.fromEntries(inner) as JsonObject);
}
