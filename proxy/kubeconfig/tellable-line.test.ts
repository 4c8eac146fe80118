import { expect, it } from 'vitest';
import { tellableLine, tellableLines } from './tellable-line.ts';

const key = 'x'.repeat(60);

it.each([
  ['', ''],
  ['one\ntwo\n\n', 'two'],
  ['\u001b[31mError:\u001b[0m no session.\r\n', 'Error: no session'],
  ['a\u0007b', 'a b'],
  [`${key} refused`, '… refused'],
  [`token=${key} refused`, 'token=… refused'],
  ['{"token":"abc.def"}', '{"token":"…"}'],
  ['sent Bearer abc.def', 'sent Bearer …'],
  ['refresh token: expired', 'refresh token: expired'],
  ['got eyJhbGci.eyJzdWIi.c2ln here', 'got … here'],
  ['https://me:pw@idp.example refused', 'https://…@idp.example refused'],
  ['socks5://me:pw@proxy refused', 'socks5://…@proxy refused'],
  ['word '.repeat(100), 'word '.repeat(100).slice(0, 300)],
])('tellableLine(%j) is %j', (text, expected) => {
  expect(tellableLine(text)).toBe(expected);
});

it.each([
  'https://login.microsoftonline.com/common/oauth2/deviceauth',
  'https://login.example/device?user_code=ABCD-EFGH',
  `https://idp.example/authorize?client_id=k&state=${'s'.repeat(43)}&code_challenge=${'c'.repeat(43)}`,
])('the address of a sign-in stays whole: %s', (address) => {
  expect(tellableLine(`Open ${address} and enter ABCD`)).toBe(`Open ${address} and enter ABCD`);
});

it.each([
  ['https://a.example/?access_token=abc&x=1', 'https://a.example/?access_token=…&x=1'],
  ['https://a.example/#id_token=abc', 'https://a.example/#id_token=…'],
  [`https://a.example/back?code=${key}`, 'https://a.example/back?code=…'],
  [`https://a.example/hook/${key}`, 'https://a.example/hook/…'],
])('an address with a secret in it loses it: %s', (address, told) => {
  expect(tellableLine(`see ${address} now`)).toBe(`see ${told} now`);
});

it('of a line that is written over again and again the last state is told', () => {
  expect(tellableLines('waiting.\rwaiting..\rwaiting...\r\n\ndone')).toEqual(['waiting...', 'done']);
});
