import { expect, it } from 'vitest';
import { judge } from './judge.ts';
import type { KnownDifference } from './judge.ts';

const difference = {
  exchange: 'discovery/all GET /apis?x=1',
  path: 'body.groups.apps.versions[0]',
  real: 'v1',
  simulated: undefined,
};
const known = (rest: Partial<KnownDifference>): KnownDifference => ({
  exchange: '**',
  path: '**',
  reason: 'it may',
  ...rest,
});

it.each([
  ['everything', known({})],
  ['by the exchange to the letter', known({ exchange: 'discovery/all GET /apis?x=1' })],
  ['by a part of it', known({ exchange: 'discovery/* GET **' })],
  ['by what it is a part of, where that is said', known({ path: 'body.groups.**' })],
  ['by a path with a gap', known({ path: 'body.groups.*.versions[*]' })],
  ['where only the real one has it', known({ only: 'real' })],
])('knows %s', (_, entry) => {
  expect(judge([difference], [entry])).toEqual({ unknown: [], known: 1, stale: [] });
});

it('does not miss what is seen sometimes', () => {
  expect(judge([], [known({ sometimes: true })]).stale).toEqual([]);
});

it.each([
  ['another exchange', known({ exchange: 'discovery/all GET /apis' })],
  ['a name that only begins alike', known({ path: 'body.group.**' })],
  ['what is below a path', known({ path: 'body.groups' })],
  ['more than a segment by one star', known({ path: 'body.*' })],
  ['a sign of regular expressions', known({ exchange: 'discovery/all GET /apis.x=1' })],
  ['what only the simulated one has', known({ only: 'simulated' })],
  ['values that are no texts, apart from a part of them', known({ apart: /v1/ })],
])('does not know %s, and says that the entry is of no use', (_, entry) => {
  expect(judge([difference], [entry])).toEqual({ unknown: [difference], known: 0, stale: [entry] });
});

it.each([
  ['line 1: {a}, sorry', 'line 1: {b}, sorry', 0],
  ['line 1: {a}, sorry', 'line 2: {b}, sorry', 1],
  ['line 1: sorry', 'line 1, sorry', 1],
])('knows texts that are the same apart from what the entry says: %s, %s', (real, simulated, unknown) => {
  const texts = { ...difference, real, simulated };
  expect(judge([texts], [known({ apart: /\{\w\}/ })]).unknown).toHaveLength(unknown);
});
