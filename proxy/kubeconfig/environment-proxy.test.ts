import { expect, it } from 'vitest';
import { environmentProxy } from './environment-proxy.ts';

const proxy = { HTTPS_PROXY: 'http://proxy.example:3128' };
const addressFor = (server: string, environment: Readonly<Record<string, string>>) =>
  environmentProxy(new URL(server), environment)?.address;

it.each([
  ['https://api.example', proxy, 'http://proxy.example:3128'],
  ['https://api.example', { https_proxy: 'proxy.example:3128' }, 'http://proxy.example:3128'],
  ['https://api.example', { HTTPS_PROXY: '', https_proxy: 'http://p' }, 'http://p'],
  ['https://api.example', { HTTP_PROXY: 'http://p' }, undefined],
  ['http://api.example', { HTTP_PROXY: 'http://p' }, 'http://p'],
  ['https://api.example', {}, undefined],
  ['https://localhost:6443', proxy, undefined],
  ['https://127.0.0.2:6443', proxy, undefined],
  ['https://[::1]:6443', proxy, undefined],
])('the proxy before %s with %j is %s', (server, environment, expected) => {
  expect(addressFor(server, environment)).toBe(expected);
});

it.each([
  ['*', 'https://api.example', true],
  ['api.example', 'https://api.example', true],
  ['example', 'https://api.example', true],
  ['.example', 'https://api.example', true],
  ['*.example', 'https://api.example', true],
  ['API.Example', 'https://api.example', true],
  ['pi.example', 'https://api.example', false],
  ['.api.example', 'https://api.example', false],
  ['api.example:6443', 'https://api.example:6443', true],
  ['api.example:443', 'https://api.example', true],
  ['api.example:6444', 'https://api.example:6443', false],
  ['10.0.0.0/8', 'https://10.1.2.3:6443', true],
  ['10.0.0.0/8', 'https://11.1.2.3:6443', false],
  ['10.1.2.3', 'https://10.1.2.3:6443', true],
  ['10.1.2.3:6443', 'https://10.1.2.3:6443', true],
  ['10.1.2.3:6444', 'https://10.1.2.3:6443', false],
  ['fd00::/8', 'https://[fd00::1]:6443', true],
  ['fd00::1', 'https://[fd00::1]:6443', true],
  ['[fd00::1]:6443', 'https://[fd00::1]:6443', true],
  ['fd00::/8', 'https://10.1.2.3', false],
  ['10.0.0.0/99', 'https://10.1.2.3', false],
  ['nonsense/8', 'https://10.1.2.3', false],
  ['other, api.example ,', 'https://api.example', true],
  ['', 'https://api.example', false],
])('NO_PROXY=%s leaves %s alone: %s', (exceptions, server, left) => {
  for (const name of ['NO_PROXY', 'no_proxy']) {
    expect(addressFor(server, { ...proxy, [name]: exceptions }) === undefined).toBe(left);
  }
});
