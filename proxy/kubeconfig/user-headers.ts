import { type OutgoingHttpHeaders, validateHeaderValue } from 'node:http';
import type { RequestOptions } from 'node:https';
import { type Entry, isEntry, textOf } from './kubeconfig.ts';

/**
 * The headers that say who asks, and as whom else.
 *
 * @param token of the user, wherever it comes from; `''` where there is none.
 * @param options what client-node has made of both.
 * @throws for a user that says two things at once, and for a token with a line break in it, which would fail each request in
 *   words that nobody understands. No token is in the message.
 */
export function userHeaders(user: Entry, token: string, options: RequestOptions): OutgoingHttpHeaders {
  if (textOf(user, 'username') !== '' && token !== '') {
    throw new Error('there are both a token and a password');
  }
  const headers = { ...authorizationOf(options), ...impersonationOf(user) };
  for (const [name, value] of Object.entries(headers)) {
    for (const each of [value].flat()) validateHeaderValue(name, each);
  }
  return headers;
}

function authorizationOf({ auth, headers = {} }: RequestOptions): Readonly<Record<string, string>> {
  // Node would make the header of the lower byte of each character.
  if (typeof auth === 'string')
    return { authorization: `Basic ${Buffer.from(auth, 'utf8').toString('base64')}` };
  const authorization = 'Authorization' in headers ? headers['Authorization'] : undefined;
  return typeof authorization === 'string' ? { authorization } : {};
}

/** `as`, `as-uid`, `as-groups` and `as-user-extra`. */
function impersonationOf(user: Entry): Readonly<Record<string, string | string[]>> {
  const name = textOf(user, 'as');
  const uid = textOf(user, 'as-uid');
  const groups = textsOf(user['as-groups']);
  const extra = Object.entries(isEntry(user['as-user-extra']) ? user['as-user-extra'] : {});
  if (name === '') {
    if (uid === '' && groups.length === 0 && extra.length === 0) return {};
    throw new Error('they name a uid, groups or extra of somebody else without a name ("as")');
  }
  return {
    'impersonate-user': inBytes(name),
    ...(uid === '' ? {} : { 'impersonate-uid': inBytes(uid) }),
    ...(groups.length === 0 ? {} : { 'impersonate-group': groups }),
    ...Object.fromEntries(extra.map(([key, values]) => [extraHeader(key), textsOf(values)])),
  };
}

function textsOf(value: unknown): string[] {
  const texts = Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  return texts.map(inBytes);
}

/** The API server takes UTF-8, and Node sends the lower byte of each character. */
function inBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** What cannot stand in the name of a header is escaped byte by byte (client-go, transport/round_trippers.go, headerKeyEscape). */
function extraHeader(key: string): string {
  const escaped = inBytes(key).replaceAll(
    /[^\w!#$&'*+.^`|~-]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
  return `impersonate-extra-${escaped}`;
}
