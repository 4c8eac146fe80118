import { isObject, objectOr } from '../../../mocks/store/json.ts';
import type { JsonObject } from '../../../mocks/store/json.ts';
import type { Answer, WatchEvent } from './answer.ts';
import { byGroup, byName } from './named-lists.ts';
import type { Played } from './play.ts';

/** An answer without what is another one in each cluster and each run. */
export interface Normalised {
  title: string;
  status?: number;
  /** It never became what was waited for. */
  unmet?: boolean;
  headers?: Record<string, string>;
  body?: unknown;
  events?: unknown[];
  ended?: boolean;
}

/** Fields whose value the server chooses. */
const CHOSEN: Readonly<Record<string, string>> = {
  uid: '<uid>',
  resourceVersion: '<version>',
  clusterIP: '<ip>',
  nodePort: '<port>',
  continue: '<token>',
  podIP: '<ip>',
  hostIP: '<ip>',
};
const CHOSEN_LISTS = new Set(['clusterIPs', 'podIPs', 'hostIPs']);
/** Lists whose order is that of a map in Go, which is another one each time. */
const UNORDERED = new Set(['resourceRules', 'nonResourceRules']);
/** Chosen by nobody: they say something. */
const KEPT = new Set(['', '0', 'None', 0]);

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
/** What a message has of the cluster's own. */
const IN_TEXTS: readonly [RegExp, string][] = [
  [UUID, '<uid>'],
  [/\b(ResourceVersion in (?:precondition|object meta)): \d{2,}/g, '$1: <version>'],
  [/\b(ResourceVersion in record) \(\d+\)/g, '$1 (<version>)'],
  [/("resourceVersion\\?":\\?")\d+/g, '$1<version>'],
  [
    /\b(resource version(?: for the provided (?:list|watch) is too old)?): (\d+) \((\d+)\)/g,
    '$1: $2 (<version>)',
  ],
  [/, current: \d+/g, ', current: <version>'],
  [/\b(auto[46]-[a-z0-9-]+)-[0-9a-f]{5}\b/g, '$1-<uid>'],
  [/\(0x[0-9a-f]+\)/g, '(<pointer>)'],
  [/\bkube-api-access-[a-z0-9]{5}\b/g, 'kube-api-access-<drawn>'],
  [/((?:replica set|ReplicaSet) "[a-z0-9-]+)-[a-z0-9]{6,10}"/g, '$1-<hash>"'],
  [/\bX509SHA256=[0-9a-f]+/g, 'X509SHA256=<digest>'],
  [/\b10\.96\.\d+\.\d+(:\d+)?\b/g, '<ip>'],
  [/:3[0-2]\d{3}\/(TCP|UDP)/g, ':<port>/$1'],
  [/\((\d+[smhdy])+ ago\)/g, '(<age> ago)'],
  [/-----BEGIN CERTIFICATE-----[\s\S]*-----END CERTIFICATE-----/g, '<certificate>'],
  [/\b\d{4}-\d\d-\d\d(T| )\d\d:\d\d:\d\d(\.\d+)?( \+0000 UTC|Z)/g, '<time>'],
];
const HASHES = ['pod-template-hash', 'controller-revision-hash', 'controller.kubernetes.io/hash'];
/** What a server draws for the end of a generated name. */
const DRAWN = /^(.*-)[bcdfghjklmnpqrstvwxz2456789]{5}$/;

/** The answers to a script, ready to be compared. */
export function normalise({ answers, namespace }: Played): Normalised[] {
  const words = new Map<string, string>([[namespace, '{ns}']]);
  for (const { answer } of answers) for (const value of contentOf(answer)) learnWords(value, words);
  const clean = (value: unknown) => cleaned(value, words, '');
  return answers.map(({ title, answer }) => {
    switch (answer.kind) {
      case 'answer':
        return {
          title,
          status: answer.status,
          headers: Object.fromEntries(
            Object.entries(answer.headers).map(([name, value]) => [name, textCleaned(value, words)]),
          ),
          body: clean(answer.body),
          ...(answer.unmet === true ? { unmet: true } : {}),
        };
      case 'events':
        return { title, events: withoutRepeatedBookmarks(answer.events).map(clean), ended: answer.ended };
    }
  });
}

function contentOf(answer: Answer): unknown[] {
  return answer.kind === 'answer' ? [answer.body] : answer.events;
}

/** How many bookmarks there are is a matter of time. */
function withoutRepeatedBookmarks(events: readonly WatchEvent[]): WatchEvent[] {
  return events.filter(({ type }, index) => !(type === 'BOOKMARK' && events[index - 1]?.type === 'BOOKMARK'));
}

/** Names that were drawn, and hashes: wherever they come again, they are replaced. */
function learnWords(value: unknown, words: Map<string, string>): void {
  if (Array.isArray(value)) for (const item of value) learnWords(item, words);
  if (!isObject(value)) return;
  const { generateName, name, labels } = objectOr(value.metadata);
  if (typeof generateName === 'string' && typeof name === 'string' && name.startsWith(generateName)) {
    const suffix = name.slice(generateName.length);
    if (/^[a-z0-9]{5}$/.test(suffix)) words.set(name, `${generateName}<drawn>`);
  }
  if (value.kind === 'Status' && value.status === 'Failure') {
    const refused = objectOr(value.details).name;
    const prefix = typeof refused === 'string' ? DRAWN.exec(refused)?.[1] : undefined;
    if (prefix !== undefined) words.set(String(refused), `${prefix}<drawn>`);
  }
  for (const label of HASHES) {
    const hash = objectOr(labels)[label];
    if (typeof hash === 'string') words.set(hash.replace(/^.*-/, ''), '<hash>');
  }
  for (const inner of Object.values(value)) learnWords(inner, words);
}

function cleaned(value: unknown, words: ReadonlyMap<string, string>, key: string): unknown {
  const chosen = CHOSEN[key];
  if (chosen !== undefined && (typeof value === 'string' || typeof value === 'number')) {
    return KEPT.has(value) ? value : chosen;
  }
  if (typeof value === 'string') {
    if (TIME.test(value)) return value.includes('.') ? '<exact time>' : '<time>';
    return textCleaned(value, words);
  }
  if (Array.isArray(value)) {
    if (CHOSEN_LISTS.has(key)) return value.map((item) => (KEPT.has(item as string) ? item : '<ip>'));
    const items = value.map((item) => cleaned(item, words, ''));
    if (key === 'managedFields') return byManager(items);
    return UNORDERED.has(key) ? items.sort(byText) : items;
  }
  if (!isObject(value)) return value;
  const object = prepared(value);
  return Object.fromEntries(
    Object.entries(object).map(([name, inner]) => [textCleaned(name, words), cleaned(inner, words, name)]),
  );
}

function prepared(value: JsonObject): JsonObject {
  switch (value.kind) {
    case 'Table':
      return withoutAges(value);
    case 'APIResourceList':
    case 'APIGroupList':
      return byName(value);
    case 'APIGroupDiscoveryList':
      return byGroup(value);
    default:
      return value;
  }
}

function textCleaned(text: string, words: ReadonlyMap<string, string>): string {
  let result = text;
  for (const [word, instead] of words) result = result.replaceAll(word, instead);
  for (const [pattern, instead] of IN_TEXTS) result = result.replaceAll(pattern, instead);
  return result;
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

/** By who they are of: their order is that of times. */
function byManager(entries: readonly unknown[]): JsonObject {
  const named = entries.map((entry) => {
    const { manager, operation, subresource, ...rest } = objectOr(entry);
    const name = [manager, operation, ...(subresource === undefined ? [] : [subresource])].join(' ');
    return [name, rest] as const;
  });
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Cells that tell how long ago something was. */
function withoutAges(table: JsonObject): JsonObject {
  const rows = Array.isArray(table.rows) ? (table.rows as JsonObject[]) : [];
  return {
    ...table,
    rows: rows.map((row) => ({
      ...row,
      cells: (Array.isArray(row.cells) ? (row.cells as unknown[]) : []).map((cell) =>
        isAge(cell) ? '<age>' : cell,
      ),
    })),
  };
}

function isAge(cell: unknown): boolean {
  return typeof cell === 'string' && /^(\d+[smhdy])+$/.test(cell);
}
