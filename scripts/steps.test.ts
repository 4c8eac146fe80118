import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { playSteps } from './steps.ts';
import type { Step } from './steps.ts';

let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podnic-steps-'));
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** A step that runs a script with node. */
const node = (name: string, script: string, more: Partial<Step> = {}): Step => ({
  name,
  command: process.execPath,
  args: ['-e', script],
  ...more,
});

it('goes on after a step that fails, and after one whose command there is not', async () => {
  const steps = [node('bad', 'process.exit(3)'), { name: 'gone', command: 'no-such-command', args: [] }];
  expect(await playSteps([...steps, node('good', '')])).toEqual({ passed: 1, failed: 2 });
  expect(said.join('\n')).toContain('no-such-command');
});

it('stops after one that the others need', async () => {
  const never = node('never', '');
  expect(await playSteps([node('needed', 'process.exit(1)', { isNeeded: true }), never])).toEqual({
    passed: 0,
    failed: 1,
  });
  expect(await playSteps([node('needed', '', { isNeeded: true }), never])).toEqual({ passed: 2, failed: 0 });
});

it('runs those of an inner list side by side, and shows what the second prints', async () => {
  const [one, other] = ['one', 'other'].map((name) => join(folder, name));
  // Each waits for the file of the other: one after the other they would never end.
  const meet = (mine = '', theirs = '') =>
    `const fs = require('node:fs'); fs.writeFileSync(${JSON.stringify(mine)}, '');
     const look = () => fs.existsSync(${JSON.stringify(theirs)}) ? console.log('they met') : setTimeout(look, 10); look();`;
  const sum = await playSteps([[node('a', meet(one, other)), node('b', meet(other, one))]]);
  expect(sum).toEqual({ passed: 2, failed: 0 });
  expect(said.join('\n')).toContain('== b\nthey met');
});

it('counts by a report, and fails one that has none', async () => {
  const path = join(folder, 'report.json');
  const count = (report: unknown) => report as { passed: number; failed: number };
  writeFileSync(path, JSON.stringify({ passed: 7, failed: 0 }));
  expect(await playSteps([node('counted', '', { report: { path, count } })])).toEqual({
    passed: 7,
    failed: 0,
  });
  expect(await playSteps([node('ended', 'process.exit(1)', { report: { path, count } })])).toEqual({
    passed: 7,
    failed: 1,
  });
  rmSync(path);
  expect(await playSteps([node('silent', '', { report: { path, count } })])).toEqual({
    passed: 0,
    failed: 1,
  });
});
