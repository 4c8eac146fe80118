import { expect, it } from 'vitest';
import { cronProblem } from './cron-schedule.ts';

it.each([
  ['* * * * *', undefined],
  ['*/5 0-6,12 * jan-mar MON-FRI', undefined],
  ['@hourly', undefined],
  ['@every 1h30m', undefined],
  ['x', 'expected exactly 5 fields, found 1: [x]'],
  ['61 * * * *', 'end of range (61) above maximum (59): 61'],
  ['* * 0 * *', 'beginning of range (0) below minimum (1): 0'],
  ['5-1 * * * *', 'beginning of range (5) beyond end of range (1): 5-1'],
  ['*/0 * * * *', 'step of range should be a positive number: */0'],
  ['a * * * *', 'failed to parse int from a: strconv.Atoi: parsing "a": invalid syntax'],
  ['@fortnightly', 'unrecognized descriptor: @fortnightly'],
])('reads the schedule %s', (schedule, problem) => {
  expect(cronProblem(schedule)).toBe(problem);
});
