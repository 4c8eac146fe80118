import type { Clock } from '../../clock.ts';
import { isObject } from '../../store/json.ts';
import { goJsonSyntaxError } from '../../go/json-syntax.ts';
import { badRequest, serverError } from '../../store/status-errors.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import { StatusError } from '../../store/store.ts';
import type { KubeObject, ResourceName } from '../../store/store.ts';
import type { FieldRequirement } from '../selectors/field-selector.ts';
import { matchesFields } from '../selectors/field-selector.ts';
import type { LabelRequirement } from '../selectors/label-selector.ts';
import { matchesLabels } from '../selectors/label-selector.ts';
import type { History } from './history.ts';

/** Which objects of a resource a list or watch is about. */
export interface Selection {
  resource: ResourceName;
  /** Undefined for all namespaces. */
  namespace: string | undefined;
  labels: readonly LabelRequirement[];
  fields: readonly FieldRequirement[];
}

export interface ListRequest extends Selection {
  /** 0 for no limit. */
  limit: number;
  continueToken: string;
  resourceVersion: string;
  resourceVersionMatch: string;
}

export interface ListPage {
  items: KubeObject[];
  resourceVersion: string;
  /** Empty on the last page. */
  continueToken: string;
  remaining: number | undefined;
}

interface Token {
  version: number;
  /** Key of the last object of the page before. */
  start: string;
  /** Milliseconds since 1970. */
  issued: number;
}

/** How long a token of a chunked list is good. Source: the compaction interval of etcd in kube-apiserver. */
export const TOKEN_LIFETIME = 5 * 60 * 1000;

const EXPIRED = `The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.`;

/** 410 of a chunked list; the token in it goes on with the newest state. */
export class ExpiredTokenError extends StatusError {
  readonly continueToken: string;
  constructor(continueToken: string) {
    super({ code: 410, reason: 'Expired', message: EXPIRED });
    this.continueToken = continueToken;
  }
}

/** Whether an object is in a selection. */
export function isSelected({ namespace, labels, fields }: Selection, object: KubeObject): boolean {
  return (
    (namespace === undefined || object.metadata.namespace === namespace) &&
    (labels.length === 0 || matchesLabels(labels, object.metadata.labels)) &&
    (fields.length === 0 || matchesFields(fields, object))
  );
}

/**
 * One page of a list. All pages show the state of the first, as long as that is known.
 * @throws StatusError 400, 410, 504
 */
export function listPage(store: MemoryStore, history: History, clock: Clock, request: ListRequest): ListPage {
  const token = request.continueToken === '' ? undefined : readToken(request.continueToken);
  if (token !== undefined && request.resourceVersion !== '' && request.resourceVersion !== '0') {
    throw badRequest('specifying resource version is not allowed when using continue');
  }
  const version = versionToRead(store, request, token);
  const expired = token !== undefined && token.version >= 0 && clock.now() - token.issued > TOKEN_LIFETIME;
  const all = expired ? undefined : history.snapshot(request.resource, version);
  if (all === undefined) {
    if (token === undefined) throw resourceExpired(version);
    throw new ExpiredTokenError(writeToken({ version: -1, start: token.start, issued: clock.now() }));
  }
  const start = token === undefined ? 0 : all.findIndex((object) => keyOf(object) > token.start);
  return page(request, start < 0 ? [] : all.slice(start), version, clock.now());
}

function versionToRead(store: MemoryStore, request: ListRequest, token: Token | undefined): number {
  const newest = Number(store.resourceVersion);
  if (token !== undefined) return token.version < 0 ? newest : token.version;
  const asked = readVersion(request.resourceVersion);
  if (asked > newest) throw tooLarge(asked, newest);
  if (request.resourceVersionMatch === 'Exact') return asked;
  return newest;
}

/** Whether a read at a version, `0` for any, can be answered. @throws StatusError 500, 504 */
export function requireVersion(store: MemoryStore, text: string): void {
  const asked = readVersion(text);
  const newest = Number(store.resourceVersion);
  if (asked > newest) throw tooLarge(asked, newest);
}

/** @throws StatusError 500 */
export function readVersion(text: string): number {
  if (text === '') return 0;
  if (!/^\d{1,16}$/.test(text)) {
    throw serverError(
      `resourceVersion: Invalid value: ${JSON.stringify(text)}: strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`,
    );
  }
  return Number(text);
}

function page(request: ListRequest, rest: readonly KubeObject[], version: number, now: number): ListPage {
  const { limit } = request;
  const selected = rest.filter((object) => isSelected(request, object));
  const items = limit === 0 ? selected : selected.slice(0, limit);
  const left = selected.length - items.length;
  const last = items.at(-1);
  const more = left > 0 && last !== undefined;
  const unselected = request.labels.length === 0 && request.fields.length === 0;
  return {
    items,
    resourceVersion: String(version),
    continueToken: more ? writeToken({ version, start: keyOf(last), issued: now }) : '',
    remaining: more && unselected ? left : undefined,
  };
}

function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function writeToken({ version, start, issued }: Token): string {
  return Buffer.from(JSON.stringify({ v: 'meta.k8s.io/v1', rv: version, start, issued })).toString(
    'base64url',
  );
}

function readToken(text: string): Token {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (isObject(value)) {
      const { rv, start, issued } = value;
      const sound = Number.isSafeInteger(rv) && typeof start === 'string' && typeof issued === 'number';
      if (sound) return { version: Number(rv), start, issued };
    }
  } catch {
    // Said below, as for every token that is not ours.
  }
  throw badRequest(`invalid continue token: continue key is not valid: ${tokenProblem(text)}`);
}

function tokenProblem(text: string): string {
  const bytes = Buffer.from(text, 'base64url').toString('latin1');
  return goJsonSyntaxError(bytes) ?? 'server does not recognize this encoded version ';
}

function resourceExpired(version: number): StatusError {
  return new StatusError({
    code: 410,
    reason: 'Expired',
    message: `The resourceVersion for the provided list is too old: ${version}`,
  });
}

function tooLarge(asked: number, newest: number): StatusError {
  return new StatusError({
    code: 504,
    reason: 'Timeout',
    message: `Timeout: Too large resource version: ${asked}, current: ${newest}`,
    details: {
      retryAfterSeconds: 1,
      causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
    },
  });
}
