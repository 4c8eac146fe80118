import { compareAnswers } from './compare.ts';
import type { Difference } from './compare.ts';
import type { Answers } from './play-all.ts';

export interface Comparison {
  exchanges: number;
  /** Exchanges with any difference, known or not. */
  different: number;
  differences: Difference[];
}

/** Compares what two servers answered to the same scripts. */
export function compareAll(real: Answers, simulated: Answers): Comparison {
  let exchanges = 0;
  let different = 0;
  const differences: Difference[] = [];
  for (const [where, answers] of simulated) {
    const recorded = real.get(where) ?? [];
    const count = Math.max(answers.length, recorded.length);
    exchanges += count;
    for (let index = 0; index < count; index += 1) {
      const found = compareAnswers(where, recorded.slice(index, index + 1), answers.slice(index, index + 1));
      if (found.length > 0) different += 1;
      differences.push(...found);
    }
  }
  return { exchanges, different, differences };
}
