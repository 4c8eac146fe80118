import type { KnownDifference } from './judge.ts';

/** What differs between the real control plane and the simulated one, and why it may (mocks/README.md has the same as a table). */
export const knownDifferences: readonly KnownDifference[] = [];
