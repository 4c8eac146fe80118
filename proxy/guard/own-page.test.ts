import { describe, expect, it } from 'vitest';
import { isLoopback, isOwnHost, isOwnPage } from './own-page.ts';

it.each([
  ['127.0.0.1', true],
  ['127.9.8.7', true],
  ['localhost', true],
  ['LOCALHOST', true],
  ['::1', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['::', false],
  ['10.0.0.1', false],
  ['127.0.0.1.evil.example', false],
  ['127.example', false],
  ['', false],
])('isLoopback(%j) is %j', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

describe('isOwnHost', () => {
  const local = { host: '127.0.0.1', remote: false };
  const remote = { host: 'console.example', remote: true };

  it.each([
    ['localhost:4173', true, true],
    ['localhost', true, true],
    ['127.0.0.1:4173', true, true],
    ['[::1]:4173', true, true],
    ['2130706433:4173', true, true], // a URL reads it as 127.0.0.1, and so does the browser
    ['evil.example', false, false],
    ['evil.example:4173', false, false],
    ['localhost.evil.example:4173', false, false],
    ['127.0.0.1.evil.example', false, false],
    ['evil.example@localhost', false, false],
    ['localhost/evil', false, false],
    ['', false, false],
    [undefined, false, false],
    ['192.168.1.5:4173', false, true],
    ['[fd00::5]:4173', false, true],
    ['console.example:4173', false, true],
    ['CONSOLE.example', false, true],
  ])('%j: %j here, %j where others may come', (host, here, there) => {
    const headers = host === undefined ? {} : { host };
    expect(isOwnHost(headers, local)).toBe(here);
    expect(isOwnHost(headers, remote)).toBe(there);
  });
});

it.each([
  [{}, true],
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'none' }, true],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'cross-site' }, false],
  [{ 'sec-fetch-site': '' }, false],
  [{ origin: 'http://localhost:4173' }, true],
  [{ origin: 'http://LOCALHOST:4173' }, true],
  [{ origin: 'http://localhost:4173', 'sec-fetch-site': 'cross-site' }, false],
  // Another program's page on this machine.
  [{ origin: 'http://localhost:9999' }, false],
  [{ origin: 'http://127.0.0.1:4173' }, false],
  [{ origin: 'http://localhost' }, false],
  [{ origin: 'https://evil.example' }, false],
  // A page from a file, and one in a sandbox.
  [{ origin: 'null' }, false],
  [{ origin: '' }, false],
  [{ origin: 'http://localhost:4173/x' }, false],
  [{ origin: 'http://evil.example@localhost:4173' }, false],
])('isOwnPage(%j) is %j', (headers, expected) => {
  expect(isOwnPage({ host: 'localhost:4173', ...headers })).toBe(expected);
});
