import { type ConnectionProblem, sentenceOf } from './problem.ts';

/** How it goes with one cluster, told in the terminal. */
export interface ClusterNews {
  /** It has answered. */
  works(): void;
  /** Told once: again only when another thing is wrong, or after it has worked. Each list of a page runs into the same. */
  fails(problem: ConnectionProblem): void;
}

/** @param tell gets a sentence. */
export function createClusterNews(tell: (sentence: string) => void): ClusterNews {
  let told: string | undefined;
  return {
    works() {
      told = undefined;
    },
    fails(problem) {
      const sentence = sentenceOf(problem);
      // A plugin may put the time into what it says.
      const mark = sentence.replaceAll(/\d+/g, '#');
      if (mark === told) return;
      told = mark;
      tell(sentence);
    },
  };
}
