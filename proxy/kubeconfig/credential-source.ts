import { ConnectionFailure } from '../problem.ts';
import { providerToken } from './auth-provider.ts';
import type { ContextEntries } from './context-entries.ts';
import type { Credential } from './credential.ts';
import { type PluginRun, startExecPlugin } from './exec-plugin.ts';
import type { Entry } from './kubeconfig.ts';
import { signInOf } from './sign-in.ts';

/** Where the credentials of a user come from that do not stand in the kubeconfig. */
export interface CredentialSource {
  /**
   * `undefined` for a user who needs none.
   *
   * @throws {ConnectionFailure} when there is none, or none yet.
   */
  get(): Promise<Credential | undefined>;
  /** The cluster does not take what `get` gave last. */
  forget(): void;
}

/** What is taken from outside; tests have their own. */
export interface CredentialOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly startPlugin: (user: string, exec: Entry, cluster: Entry) => PluginRun;
  /** How long a request waits for an exec plugin (milliseconds). */
  readonly waitFor: number;
}

/** A browser waits for a minute (src/cluster/send.ts), and is to hear of a plugin that takes longer. */
export const usualOptions: CredentialOptions = {
  now: Date.now,
  startPlugin: startExecPlugin,
  waitFor: 30_000,
};

/** A credential that ends within this time is renewed (milliseconds). */
const beforeEnd = 10_000;

/** One that ends sooner is used for as long as this, so that a plugin does not run for each request (milliseconds). */
const shortest = 5_000;

/** How long an exec plugin that has failed is left alone (milliseconds): it may open a window each time that it runs. */
const leftAlone = 15_000;

/** Until when a credential is used without asking for the next one. */
export function usableUntil(credential: Credential | undefined, now: number): number {
  return Math.max((credential?.expires ?? Infinity) - beforeEnd, now + shortest);
}

/** @param source the kubeconfig in words, for messages. */
export function createCredentialSource(
  entries: ContextEntries,
  source: string,
  options: CredentialOptions,
): CredentialSource {
  const { user, userName, cluster } = entries;
  const signIn = signInOf(user);
  switch (signIn.kind) {
    case 'written':
      return { get: async () => undefined, forget: () => {} };
    case 'authProvider':
      return {
        async get() {
          const token = providerToken(signIn.provider, options.now());
          if (token.ok) return token.credential;
          const detail = `user "${userName}" cannot sign in: ${token.problem}`;
          throw new ConnectionFailure({ kind: 'kubeconfig', file: source, detail });
        },
        forget: () => {},
      };
    case 'execPlugin':
      return createPluginSource(() => options.startPlugin(userName, signIn.exec, cluster), options);
  }
}

interface Running {
  readonly plugin: PluginRun;
  readonly credential: Promise<Credential>;
  /** Ends when a request has waited long enough. Those that come later are not to wait as long again. */
  readonly tooLong: Promise<void>;
}

function createPluginSource(
  start: () => PluginRun,
  { now, waitFor }: Pick<CredentialOptions, 'now' | 'waitFor'>,
): CredentialSource {
  let last: { readonly credential: Credential; readonly until: number } | undefined;
  let failed: { readonly failure: unknown; readonly until: number } | undefined;
  // Many requests come at once when a page opens: one plugin runs for all of them.
  let running: Running | undefined;

  function run(): Running {
    const plugin = start();
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, waitFor);
    });
    const credential = plugin.credential.then(
      (given) => {
        last = { credential: given, until: usableUntil(given, now()) };
        return given;
      },
      (failure: unknown) => {
        // From now on: it may have taken longer than it is left alone for.
        failed = { failure, until: now() + leftAlone };
        throw failure;
      },
    );
    const done = () => {
      clearTimeout(timer);
      running = undefined;
    };
    // There may be nobody left who waits for it.
    credential.then(done, done);
    return { credential, tooLong, plugin };
  }

  return {
    async get() {
      if (last !== undefined && now() < last.until) return last.credential;
      if (failed !== undefined && now() < failed.until) throw failed.failure;
      running ??= run();
      const { credential, tooLong, plugin } = running;
      return Promise.race([
        credential,
        tooLong.then(() => {
          throw plugin.notYet();
        }),
      ]);
    },
    forget() {
      last = undefined;
    },
  };
}
