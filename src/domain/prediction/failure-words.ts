import { usedOutWords } from '../spiderpool/describe-reason.ts';
import { familyName } from '../spiderpool/reason.ts';
import { readFailure } from '../failures/read-failure.ts';
import type { Demand, FailureWords } from './prediction.ts';

/** A failure with its class, which the reader of Events gives it: what is predicted and what is read cannot drift apart. */
export function failureWords(nics: readonly string[], text: string): FailureWords {
  return { nics, text, cause: readFailure(text).cause };
}

/** Every pool of a demand is used up, or as much of it as Spiderpool records (domain reference 3.1, step 6). */
export function exhaustedWords({ nic, family, tiers }: Demand): FailureWords {
  const offers = tiers.flat();
  const pools = offers.map(({ pool }) => pool).join(' ');
  // Go collapses words that are the same.
  const whys = [...new Set(offers.map(({ pool, recordLimited }) => usedOutWords(pool, recordLimited)))];
  const why = whys.length === 1 ? whys.join('') : `[${whys.join(', ')}]`;
  const text = `failed to allocate any ${familyName(family)} IP address to NIC ${nic} from IPPools [${pools}]: ${why}`;
  return failureWords([nic], text);
}
