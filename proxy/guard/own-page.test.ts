import { describe, expect, it } from 'vitest';
import { howToOpen, isLoopback, isOwnHost, isOwnPage } from './own-page.ts';

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
  // What another program serves over TLS on the same port of another address.
  [{ origin: 'https://localhost:4173' }, false],
  [{ origin: 'https://evil.example' }, false],
  // A page from a file, and one in a sandbox.
  [{ origin: 'null' }, false],
  [{ origin: '' }, false],
  [{ origin: 'http://localhost:4173/x' }, false],
  [{ origin: 'http://evil.example@localhost:4173' }, false],
])('isOwnPage(%j) is %j', (headers, expected) => {
  const audience = { host: '127.0.0.1', remote: false };
  expect(isOwnPage({ host: 'localhost:4173', ...headers }, audience)).toBe(expected);
});

describe('under an address that others reach', () => {
  const audience = { host: '0.0.0.0', remote: true };
  const host = '192.168.1.5:4173';
  const browser = 'Mozilla/5.0 (X11; Linux x86_64)';

  it.each([
    // A command line.
    [{}, true],
    [{ 'user-agent': 'curl/8.5.0' }, true],
    // A browser, which does not say there whose page it is.
    [{ 'user-agent': browser }, false],
    [{ 'user-agent': browser, referer: '' }, false],
    [{ 'user-agent': browser, referer: `http://${host}/clusters/prod/deployments?tab=x` }, true],
    [{ 'user-agent': browser, referer: `http://${host}` }, true],
    [{ 'user-agent': browser, referer: `https://${host}/` }, false],
    [{ 'user-agent': browser, referer: 'http://evil.example/' }, false],
    [{ 'user-agent': browser, referer: `http://evil.example/?http://${host}/` }, false],
    [{ 'user-agent': browser, referer: `http://${host}@evil.example/` }, false],
    // Where it says more, that counts.
    [{ 'user-agent': browser, origin: `http://${host}` }, true],
    [{ 'user-agent': browser, origin: 'http://evil.example', referer: `http://${host}/` }, false],
    [{ 'user-agent': browser, 'sec-fetch-site': 'same-origin' }, true],
    [{ 'user-agent': browser, 'sec-fetch-site': 'cross-site', referer: `http://${host}/` }, false],
  ])('isOwnPage(%j) is %j', (headers, expected) => {
    expect(isOwnPage({ host, ...headers }, audience)).toBe(expected);
  });
});

it.each([
  [{ host: '127.0.0.1', remote: false }, 'Open it on its own machine, as http://localhost with its port.'],
  [
    { host: '0.0.0.0', remote: true },
    'Open it by the IP address of its machine, or start it with that name as --host.',
  ],
  [
    { host: 'console.example', remote: true },
    'Open it by the IP address of its machine or as "console.example", or start it with that name as --host.',
  ],
])('whoever %j does not know is told how to open it', (audience, sentence) => {
  expect(howToOpen(audience)).toBe(sentence);
});
