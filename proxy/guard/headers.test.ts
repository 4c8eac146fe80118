import { describe, expect, it } from 'vitest';
import { acceptedHeadersFor, handshakeHeadersFor, requestHeadersFor, responseHeadersFor } from './headers.ts';

const own = { authorization: 'Bearer ours', 'impersonate-user': 'of-kubeconfig' };

describe('a request', () => {
  it.each([
    'authorization',
    'proxy-authorization',
    'cookie',
    'host',
    'origin',
    'referer',
    'impersonate-user',
    'impersonate-group',
    'impersonate-uid',
    'impersonate-extra-scopes',
    'x-remote-user',
    'x-remote-group',
    'x-forwarded-for',
    'x-forwarded-user',
    'forwarded',
    'sec-websocket-protocol',
    'te',
    'upgrade',
  ])("does not take the browser's %s along", (name) => {
    expect(requestHeadersFor({ [name]: 'of-browser' }, {}, 'podnic')).toEqual({ 'user-agent': 'podnic' });
  });

  it('takes what it is about, and the credentials of the kubeconfig over all', () => {
    const asked = {
      accept: 'application/json',
      'accept-encoding': 'gzip',
      'content-type': 'application/merge-patch+json',
      'content-length': '12',
      authorization: 'Bearer theirs',
      'user-agent': 'Mozilla',
    };
    expect(requestHeadersFor(asked, own, 'podnic')).toEqual({
      accept: 'application/json',
      'accept-encoding': 'gzip',
      'content-type': 'application/merge-patch+json',
      'content-length': '12',
      'user-agent': 'podnic',
      ...own,
    });
    expect(requestHeadersFor({ 'transfer-encoding': 'gzip, chunked' }, {}, 'x')['transfer-encoding']).toBe(
      'chunked',
    );
  });
});

describe('a handshake', () => {
  const asked = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-key': 'k',
    'sec-websocket-version': '13',
    origin: 'http://localhost:4173',
    cookie: 'a=b',
    authorization: 'Bearer theirs',
  };

  it('has the origin of the cluster and no token of the browser', () => {
    const token = 'base64url.bearer.authorization.k8s.io.dGhlaXJz';
    const protocols = { 'sec-websocket-protocol': `${token}, base64.binary.k8s.io` };
    expect(handshakeHeadersFor({ ...asked, ...protocols }, own, 'podnic', 'https://c:6443')).toEqual({
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-key': 'k',
      'sec-websocket-version': '13',
      'sec-websocket-protocol': 'base64.binary.k8s.io',
      origin: 'https://c:6443',
      'user-agent': 'podnic',
      ...own,
    });
  });

  it('names no protocol where the token was the only one', () => {
    const only = { ...asked, 'sec-websocket-protocol': 'base64url.bearer.authorization.k8s.io.x' };
    expect(handshakeHeadersFor(only, own, 'podnic', 'https://c')).not.toHaveProperty(
      'sec-websocket-protocol',
    );
  });
});

it('an answer brings what it is about, and neither cookies nor leave for other pages', () => {
  const answered = {
    'content-type': 'application/json',
    warning: '299 - "old"',
    'retry-after': '1',
    'set-cookie': ['a=b'],
    'www-authenticate': 'Basic realm="k8s"',
    'access-control-allow-origin': '*',
    location: 'https://elsewhere',
    'transfer-encoding': 'chunked',
    connection: 'close',
    'strict-transport-security': 'max-age=1',
  };
  expect(responseHeadersFor(answered)).toEqual({
    'content-type': 'application/json',
    warning: '299 - "old"',
    'retry-after': '1',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  });
  const accepted = {
    upgrade: 'websocket',
    connection: 'upgrade',
    'sec-websocket-accept': 'x',
    'set-cookie': ['a=b'],
  };
  expect(acceptedHeadersFor(accepted)).toEqual({
    upgrade: 'websocket',
    connection: 'upgrade',
    'sec-websocket-accept': 'x',
  });
});
