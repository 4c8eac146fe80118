/** Why the agent gave no address, in the agent's own words: what follows the envelope of reference 7.1. */
export class IpamError extends Error {}

/** Puts `prefix: ` before the error of `work`, as the agent's layers do (`fmt.Errorf("...: %w")`). */
export function withPrefix<Result>(prefix: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof IpamError) throw new IpamError(`${prefix}: ${error.message}`);
    throw error;
  }
}
