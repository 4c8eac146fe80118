import { familyName } from '../spiderpool/reason.ts';
import { readFailure } from '../failures/read-failure.ts';
import type { Demand, FailureWords } from './prediction.ts';

/** A failure with its class, which the reader of Events gives it: what is predicted and what is read cannot drift apart. */
export function failureWords(nics: readonly string[], text: string): FailureWords {
  return { nics, text, cause: readFailure(text).cause };
}

/** Every pool of a demand is used up (domain reference 3.1, step 6). */
export function exhaustedWords({ nic, family, tiers }: Demand): FailureWords {
  const pools = tiers.flatMap((tier) => tier.map(({ pool }) => pool)).join(' ');
  const text = `failed to allocate any ${familyName(family)} IP address to NIC ${nic} from IPPools [${pools}]: all IP addresses used out`;
  return failureWords([nic], text);
}
