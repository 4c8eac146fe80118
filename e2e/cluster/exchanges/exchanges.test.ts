import { beforeAll, describe, expect, it } from 'vitest';
import { compareAll } from './compare-all.ts';
import type { Comparison } from './compare-all.ts';
import { describeDifferences } from './compare.ts';
import { judge } from './judge.ts';
import { knownDifferences } from './known-differences.ts';
import { playAll } from './play-all.ts';
import { readRecordings } from './recordings.ts';
import { openSimulatedServer, SIMULATED_WIDTH } from './simulated-server.ts';
import { subjects } from './subjects.ts';

/** The simulated cluster answers as a real one did when its answers were recorded: `npm run exchanges -- --record`. */
describe('the simulated API server', () => {
  let comparison: Comparison;
  beforeAll(async () => {
    const server = await openSimulatedServer();
    const simulated = await playAll(server, { run: 'test', width: SIMULATED_WIDTH });
    server.close();
    comparison = compareAll(readRecordings(), simulated);
  });

  it('answers every exchange as a real one does, but for what is known', () => {
    const { unknown } = judge(comparison.differences, knownDifferences);
    expect(describeDifferences(unknown)).toBe('');
  });

  it('still differs where that is known', () => {
    expect(judge(comparison.differences, knownDifferences).stale).toEqual([]);
  });

  it('is asked enough, and differs in a quarter of it at most', () => {
    expect(comparison.exchanges).toBeGreaterThanOrEqual(900);
    expect(comparison.different / comparison.exchanges).toBeLessThan(0.25);
  });
});

it('scripts have names of their own, which fit into the name of a namespace', () => {
  const names = Object.values(subjects).flatMap((scripts) => scripts.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z-]{1,40}$/);
});
