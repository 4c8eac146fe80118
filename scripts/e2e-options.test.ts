import { expect, it } from 'vitest';
import { readE2eOptions } from './e2e-options.ts';

it.each([
  [[], { target: 'simulated', rest: [] }],
  [['flows.e2e.ts:12', '--headed'], { target: 'simulated', rest: ['flows.e2e.ts:12', '--headed'] }],
  [['--target', 'real', '-g', 'pools'], { target: 'real', rest: ['-g', 'pools'] }],
  [['x', '--target=real', '--screenshots', 'shots'], { target: 'real', screenshots: 'shots', rest: ['x'] }],
])('%j', (args, options) => {
  expect(readE2eOptions(args)).toEqual({ ok: true, options });
});

it.each([[['--target']], [['--target', 'imagined']], [['--screenshots=']]])('refuses %j', (args) => {
  expect(readE2eOptions(args)).toMatchObject({ ok: false });
});
