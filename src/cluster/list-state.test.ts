import { expect, it } from 'vitest';
import type { ApiError } from './api-error.ts';
import { worstOf, type ListState } from './list-state.ts';

const error: ApiError = { kind: 'http', status: 403, reason: 'Forbidden', message: 'no', causes: [] };
const live: ListState = { phase: 'live' };
const stale: ListState = { phase: 'stale', since: 0, reason: 'silent' };
const listing: ListState = { phase: 'listing', loaded: 0 };
const absent: ListState = { phase: 'absent' };
const failed: ListState = { phase: 'failed', error };
const forbidden: ListState = { phase: 'forbidden', error };

it.each([
  [live, stale],
  [stale, listing],
  [listing, absent],
  [absent, failed],
  [failed, forbidden],
])('knows of two lists together no more than of the worse: %o and %o', (better, worse) => {
  expect(worstOf(better, worse)).toBe(worse);
  expect(worstOf(worse, better, live)).toBe(worse);
});
