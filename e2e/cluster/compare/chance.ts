import type { Outcome } from './outcome.ts';

/**
 * For a case in which it is chance which Pod goes, and so which addresses are left: how many Pods, pools and subnets have stays,
 * which ones does not.
 */
export function withoutChosenAddresses(outcome: Outcome): Outcome {
  return outcome.map((line) =>
    line
      .replace(/^(Address \S+) \S+/, '$1 ANY')
      .replace(/^(Pool .*?, ips )\[[^\]]*\]/, '$1ANY')
      .replace(/( has )\[[^\]]*\]/g, '$1ANY'),
  );
}

/**
 * For a case in which each Pod gets an address from any of some pools: that each has one stays, and whether it was the same pool
 * for all, which it would be if there were an order.
 */
export function withoutChosenPools(outcome: Outcome): Outcome {
  const serving = new Set(outcome.flatMap((line) => /^Address \S+ \S+ of (\S+)/.exec(line)?.[1] ?? []));
  return [
    ...outcome.map((line) =>
      line
        .replace(/^(Address \S+) \S+ of \S+/, '$1 ANY of ANY')
        .replace(/^(Pool .*?), \d+ of (\d+),/, '$1, ANY of $2,'),
    ),
    serving.size > 1 ? 'Several pools serve' : 'One pool serves all',
  ];
}
