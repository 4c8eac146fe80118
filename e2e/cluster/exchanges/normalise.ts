import { isObject, objectOr } from '../../../mocks/store/json.ts';
import type { JsonObject } from '../../../mocks/store/json.ts';
import type { Answer } from './answer.ts';
import { Identities } from './identities.ts';
import { withClusterVersions } from './cluster-versions.ts';
import { byGroup, byManager, byName, byPath, withoutRepeats } from './named-lists.ts';
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

/** Lists whose order is that of a map in Go, which is another one each time. */
const UNORDERED = new Set(['resourceRules', 'nonResourceRules']);
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
/** What a message has of the cluster's own. */
const IN_TEXTS: readonly [RegExp, string][] = [
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
  const identities = new Identities();
  const told = answers.map(({ title, answer: given }) => {
    const answer = withClusterVersions(title, withoutRepeatedBookmarks(given), identities);
    for (const value of contentOf(answer)) {
      learnWords(value, words);
      identities.learn(value);
    }
    return { title, answer };
  });
  const cleaner = { words, identities };
  return told.map(({ title, answer }) => {
    const unmet = answer.unmet === true ? { unmet: true } : {};
    if (answer.kind === 'events') {
      const events = answer.events.map((event) => cleaned(event, cleaner, ''));
      return { title, events, ended: answer.ended, ...unmet };
    }
    const headers = Object.entries(answer.headers).map(([name, value]) => [
      name,
      textCleaned(value, cleaner),
    ]);
    return {
      title,
      status: answer.status,
      headers: Object.fromEntries(headers),
      body: cleaned(answer.body, cleaner, ''),
      ...unmet,
    };
  });
}

/** What is put in place of what an answer has of its own. */
interface Cleaner {
  words: ReadonlyMap<string, string>;
  identities: Identities;
}

function contentOf(answer: Answer): unknown[] {
  return answer.kind === 'answer' ? [answer.body] : answer.events;
}

/** How many bookmarks there are is a matter of time. */
function withoutRepeatedBookmarks(answer: Answer): Answer {
  if (answer.kind !== 'events') return answer;
  const isRepeated = (index: number) =>
    [index, index - 1].every((place) => answer.events[place]?.type === 'BOOKMARK');
  return { ...answer, events: answer.events.filter((_, index) => !isRepeated(index)) };
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

function cleaned(value: unknown, cleaner: Cleaner, key: string): unknown {
  if (typeof value === 'string') {
    if (key === 'continue' && value !== '') return '<token>';
    if (TIME.test(value)) return value.includes('.') ? '<exact time>' : '<time>';
    return textCleaned(value, cleaner, key);
  }
  if (typeof value === 'number' && key === 'nodePort') return cleaner.identities.port(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => cleaned(item, cleaner, ''));
    if (key === 'managedFields') return byManager(items);
    if (key === 'causes') return withoutRepeats(items);
    return UNORDERED.has(key) ? items.sort(byText) : items;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(prepared(value)).map(([name, inner]) => [
      textCleaned(name, cleaner),
      cleaned(inner, cleaner, name),
    ]),
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
      return value.kind === undefined && Array.isArray(value.paths) ? byPath(value) : value;
  }
}

function textCleaned(text: string, { words, identities }: Cleaner, key = ''): string {
  let result = text;
  for (const [word, instead] of words) result = result.replaceAll(word, instead);
  for (const [pattern, instead] of IN_TEXTS) result = result.replaceAll(pattern, instead);
  return identities.told(result, key);
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
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
