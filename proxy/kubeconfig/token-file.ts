import { readFileSync } from 'node:fs';
import { type Entry, textOf } from './kubeconfig.ts';

/** The token of a user, as it is now. */
export interface TokenSource {
  /**
   * `''` where there is none.
   *
   * @throws where there is only a file, and it has never been readable or is empty.
   */
  read(): string;
}

/**
 * The token in `tokenFile`, read anew each time because others renew it. Where it cannot be read, the last one that it had
 * counts, else `token`, as in client-go (transport/token_source.go and round_trippers.go).
 */
export function createTokenSource(user: Entry): TokenSource {
  const file = textOf(user, 'tokenFile');
  let last = textOf(user, 'token');
  return {
    read() {
      if (file === '') return last;
      try {
        last = readToken(file);
      } catch (error) {
        if (last === '') throw error;
      }
      return last;
    },
  };
}

function readToken(file: string): string {
  const token = readFileSync(file, 'utf8').trim();
  if (token === '') throw new Error(`the token file ${file} is empty`);
  return token;
}
