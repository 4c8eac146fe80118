import type { Source } from '../../host/host.ts';
import { valueSource } from './value-source.ts';

/** Who is signed in. `user` is `''` where the cluster does not tell names. */
export type SessionState =
  | { readonly status: 'signedOut' }
  | { readonly status: 'signedIn'; readonly user: string }
  /** A cluster does not accept the token any more. What is on the page stays; the same or another person signs in again. */
  | { readonly status: 'expired'; readonly user: string };

/** The sign-in of this tab. The token is here and nowhere else: not in any storage, not in the address. */
export interface Session {
  readonly state: Source<SessionState>;
  /** Counts sign-outs: what was shown before one belongs to somebody else after it. */
  readonly generation: Source<number>;
  token(): string | undefined;
  signIn(token: string, user: string): void;
  /** @param token the one that was refused; nothing happens when another is in use by now. */
  expire(token: string | undefined): void;
  signOut(): void;
  /** Resolves when somebody has signed in again; rejects with the signal's reason. */
  renewed(signal: AbortSignal | undefined): Promise<void>;
}

/** @param open whoever reaches the console is signed in: a proxy before it has seen to that. */
export function createSession(open: boolean): Session {
  let token: string | undefined;
  const state = valueSource<SessionState>(open ? { status: 'signedIn', user: '' } : { status: 'signedOut' });
  const generation = valueSource(0);
  return {
    state,
    generation,
    token: () => token,
    signIn(next, user) {
      token = next;
      state.set({ status: 'signedIn', user });
    },
    expire(refused) {
      const now = state.get();
      if (now.status === 'signedIn' && refused === token) state.set({ ...now, status: 'expired' });
    },
    signOut() {
      token = undefined;
      state.set({ status: 'signedOut' });
      generation.set(generation.get() + 1);
    },
    renewed(signal) {
      return new Promise((resolve, reject) => {
        const end = () => {
          stop();
          signal?.removeEventListener('abort', cancel);
        };
        const cancel = () => {
          end();
          reject(signal?.reason as Error);
        };
        const stop = state.subscribe(() => {
          if (state.get().status !== 'signedIn') return;
          end();
          resolve();
        });
        signal?.addEventListener('abort', cancel, { once: true });
        if (signal?.aborted === true) cancel();
        else if (state.get().status === 'signedIn') {
          end();
          resolve();
        }
      });
    },
  };
}
