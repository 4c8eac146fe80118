import { expect, it } from 'vitest';
import { createSession } from './session.ts';
import { createWatchSocket } from './watch-socket.ts';

function page(protocol: string | undefined, href = 'http://localhost:4173/clusters'): Window {
  return {
    location: { href },
    performance: { getEntriesByType: () => (protocol === undefined ? [] : [{ nextHopProtocol: protocol }]) },
  } as unknown as Window;
}

it('gives an address with the token as a protocol', () => {
  const session = createSession(false);
  session.signIn('töken?>', 'admin');
  const address = createWatchSocket(page('http/1.1'), '/podnic/', session)('a b', '/api/v1/pods?watch=1');
  expect(address?.url).toBe('ws://localhost:4173/podnic/clusters-api/a%20b/api/v1/pods?watch=1');
  const [token = '', framing] = address?.protocols ?? [];
  expect(
    Buffer.from(token.replace('base64url.bearer.authorization.k8s.io.', ''), 'base64url').toString(),
  ).toBe('töken?>');
  expect(token).toMatch(/^[\w.-]+$/);
  expect(framing).toBe('base64.binary.k8s.io');
});

it('is encrypted where the page is, and has no protocol without a token', () => {
  const address = createWatchSocket(
    page('http/1.1', 'https://podnic.test/'),
    '/',
    createSession(true),
  )('demo', '/x');
  expect(address).toEqual({ url: 'wss://podnic.test/clusters-api/demo/x', protocols: [] });
});

it('gives one where the page came out of the cache, which says no protocol', () => {
  expect(createWatchSocket(page(''), '/', createSession(true))('demo', '/x')?.url).toBe(
    'ws://localhost:4173/clusters-api/demo/x',
  );
});

it.each(['h2', 'h3', undefined])('gives none where the page came by %j', (protocol) => {
  expect(createWatchSocket(page(protocol), '/', createSession(true))('demo', '/x')).toBeUndefined();
});
