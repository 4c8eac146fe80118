import * as fc from 'fast-check';
import { conformanceCase } from './arbitrary/case.ts';
import type { OpenCluster } from './conformance-cluster.ts';
import { cover, noCoverage } from './coverage.ts';
import type { Coverage } from './coverage.ts';
import { play } from './play.ts';
import { describeBroken, describePlayed } from './report.ts';

export interface ConformanceOptions {
  readonly cases: number;
  readonly seed: number;
  readonly open: OpenCluster;
  /** Leaves the case that disagrees as it was drawn: looking for a smaller one plays many more. */
  readonly asDrawn?: boolean;
}

export interface ConformanceResult {
  readonly coverage: Coverage;
  /** The case in which prediction and outcome differ, the smallest unless as drawn, as text; absent when there is none. */
  readonly disagreement?: string;
}

/**
 * Prediction equals outcome: draws clusters and workloads, says what will happen, plays it, and compares. Of the cases
 * that disagree the smallest is reported, or the first.
 */
export async function runConformance({
  cases,
  seed,
  open,
  asDrawn = false,
}: ConformanceOptions): Promise<ConformanceResult> {
  const coverage = noCoverage();
  const property = fc.asyncProperty(conformanceCase, async (drawn) => {
    const played = await play(drawn, open);
    cover(coverage, played);
    return played.problems.length === 0;
  });
  const details = await fc.check(property, { numRuns: cases, seed, endOnFailure: asDrawn });
  if (!details.failed) return { coverage };
  const [smallest] = details.counterexample ?? [];
  if (!smallest) return { coverage, disagreement: String(details.errorInstance) };
  const where = `seed ${details.seed}, case ${details.numRuns}, path ${details.counterexamplePath}`;
  try {
    const told = describePlayed(smallest, await play(smallest, open));
    return { coverage, disagreement: `${where}\n${told}` };
  } catch (error) {
    return { coverage, disagreement: `${where}\n${describeBroken(smallest, error)}` };
  }
}
