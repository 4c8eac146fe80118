import { expect, it } from 'vitest';
import { CannotRecord, writeRecordings } from './recordings.ts';

it('does not write what never became what was waited for', () => {
  const answers = new Map([['lists/chunks', [{ title: 'GET /a', status: 200, unmet: true }]]]);
  expect(() => writeRecordings(answers)).toThrow(CannotRecord);
  expect(() => writeRecordings(answers)).toThrow('lists/chunks GET /a');
});
