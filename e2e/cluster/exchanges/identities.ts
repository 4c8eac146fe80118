import { isObject } from '../../../mocks/store/json.ts';

type Sort = 'uid' | 'version' | 'ip' | 'port';

/** Identities as both servers draw them. Those that a script makes up are others, and stay. */
const UID = /\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/g;
/** Addresses of Services. */
const ADDRESS = /\b10\.96\.\d+\.\d+\b(?!\/)/g;
/** Ports of nodes, as tables show them: `80:31234/TCP`. */
const PORT = /(?<=:)3[0-2]\d{3}(?=\/(?:TCP|UDP))/g;
const VERSION = /^[1-9]\d*$/;
/** Versions that texts name; one of a single digit is said by a script. */
const VERSIONS_IN_TEXTS = [
  /\b(ResourceVersion in (?:precondition|object meta): )(\d{2,})/g,
  /\b(ResourceVersion in record \()(\d+)/g,
  /("resourceVersion\\?":\\?")(\d{2,})/g,
];

/**
 * What a server has chosen, by numbers in the order in which a script is told of it: `<uid 1>`, `<version 2>`. Values differ
 * from server to server, but what is equal to what, and what has changed, does not.
 */
export class Identities {
  readonly #numbers = new Map<string, string>();
  readonly #counts = new Map<Sort, number>();
  readonly #lists = new Set<string>();

  /** Notes what comes in an answer. The order is not that of keys, which servers write as they like. */
  learn(value: unknown, key = ''): void {
    if (typeof value === 'string') this.#learnText(value, key);
    else if (typeof value === 'number' && key === 'nodePort') this.#number('port', String(value));
    else if (Array.isArray(value)) for (const item of value) this.learn(item);
    else if (isObject(value)) {
      for (const name of Object.keys(value).sort(managersLast)) {
        this.#learnText(name, '');
        this.learn(value[name], name);
      }
    }
  }

  /** A version that was told of an object, by its number. */
  version(value: string): string | undefined {
    return this.#numbers.get(`version ${value}`);
  }

  /** Notes the version of a list, which is that of the cluster. */
  learnList(version: string): void {
    this.#lists.add(version);
  }

  isOfList(version: string): boolean {
    return this.#lists.has(version);
  }

  port(value: number): string {
    return this.#number('port', String(value));
  }

  /** A value of a field, or any text, with numbers in place of what the server has chosen. */
  told(text: string, key = ''): string {
    if (key === 'resourceVersion' && VERSION.test(text)) return this.version(text) ?? '<version>';
    let result = text
      .replaceAll(UID, (uid) => this.#number('uid', uid))
      .replaceAll(ADDRESS, (ip) => this.#number('ip', ip))
      .replaceAll(PORT, (port) => this.#number('port', port));
    for (const pattern of VERSIONS_IN_TEXTS) {
      result = result.replaceAll(
        pattern,
        (_, before: string, version: string) => before + (this.version(version) ?? '<version>'),
      );
    }
    return result;
  }

  #learnText(text: string, key: string): void {
    if (key === 'resourceVersion' && VERSION.test(text)) this.#number('version', text);
    for (const [uid] of text.matchAll(UID)) this.#number('uid', uid);
    for (const [ip] of text.matchAll(ADDRESS)) this.#number('ip', ip);
    for (const [port] of text.matchAll(PORT)) this.#number('port', port);
  }

  #number(sort: Sort, value: string): string {
    const known = this.#numbers.get(`${sort} ${value}`);
    if (known !== undefined) return known;
    const count = (this.#counts.get(sort) ?? 0) + 1;
    this.#counts.set(sort, count);
    const name = `<${sort} ${count}>`;
    this.#numbers.set(`${sort} ${value}`, name);
    return name;
  }
}

/** Which managers are told of differs between servers, and they name what is told elsewhere in the object as well. */
function managersLast(a: string, b: string): number {
  const last = (name: string) => (name === 'managedFields' ? 1 : 0);
  return last(a) - last(b) || (a < b ? -1 : 1);
}
