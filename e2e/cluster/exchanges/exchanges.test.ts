import { beforeAll, describe, expect, it } from 'vitest';
import { compareAll } from './compare-all.ts';
import type { Comparison } from './compare-all.ts';
import { describeDifferences } from './compare.ts';
import { judge } from './judge.ts';
import { knownDifferences } from './known-differences.ts';
import { mutants, mutated } from './mutants.ts';
import { playAll } from './play-all.ts';
import type { Answers } from './play-all.ts';
import { readRecordings } from './recordings.ts';
import { openSimulatedServer, SIMULATED_WIDTH } from './simulated-server.ts';
import { subjects } from './subjects.ts';

/** The simulated cluster answers as a real one did when its answers were recorded: `npm run exchanges -- --record`. */
describe('the simulated API server', () => {
  const recorded = readRecordings();
  let simulated: Answers;
  let comparison: Comparison;
  beforeAll(async () => {
    const server = await openSimulatedServer();
    try {
      simulated = await playAll(server, { run: 'test', width: SIMULATED_WIDTH });
    } finally {
      server.close();
    }
    comparison = compareAll(recorded, simulated);
  });

  it('answers every exchange as a real one does, but for what is known', () => {
    const { unknown } = judge(comparison.differences, knownDifferences);
    expect(describeDifferences(unknown)).toBe('');
  });

  it('still differs where that is known', () => {
    expect(judge(comparison.differences, knownDifferences).stale).toEqual([]);
  });

  it('is asked enough, and differs in a fifth of it at most', () => {
    expect(comparison.exchanges).toBeGreaterThanOrEqual(900);
    expect(comparison.different / comparison.exchanges).toBeLessThan(0.2);
  });

  it.each(mutants)('is not found equal where $name', (mutant) => {
    const { answers, touched } = mutated(recorded, mutant);
    const { unknown } = judge(compareAll(answers, simulated).differences, knownDifferences);
    const found = new Set(unknown.map(({ exchange }) => exchange));
    expect(touched.size).toBeGreaterThan(0);
    expect([...touched].filter((exchange) => !found.has(exchange))).toEqual([]);
  });
});

it('scripts have names of their own, which fit into the name of a namespace', () => {
  const names = Object.values(subjects).flatMap((scripts) => scripts.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z-]{1,40}$/);
});
