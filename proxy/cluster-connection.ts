import { isDeepStrictEqual } from 'node:util';
import { type ClusterAccess, clusterAccess } from './kubeconfig/cluster-access.ts';
import { addressOf, type ContextEntries, contextEntries } from './kubeconfig/context-entries.ts';
import {
  createCredentialSource,
  type CredentialOptions,
  usableUntil,
  usualOptions,
} from './kubeconfig/credential-source.ts';
import type { Credential } from './kubeconfig/credential.ts';
import type { Kubeconfig } from './kubeconfig/kubeconfig.ts';
import type { KubeconfigSource } from './kubeconfig/kubeconfig-source.ts';
import { createTokenSource } from './kubeconfig/token-file.ts';
import type { Errand } from './problem-of-error.ts';

/** One context of a kubeconfig, always with credentials that hold. */
export interface ClusterConnection {
  readonly context: string;
  /** @throws {ConnectionFailure} */
  access(): Promise<OpenAccess>;
  /**
   * The cluster has refused this access (401): get other credentials the next time, as client-go does. Of one that is not the
   * newest any more nothing follows, because its successor may be good.
   */
  refused(access: OpenAccess): void;
}

export interface OpenAccess extends ClusterAccess {
  readonly errand: Errand;
}

/** How long files of certificates and tokens are taken for unchanged (milliseconds); client-go has the same minute. */
const keptFor = 60_000;

/**
 * Where other credentials are refused, too, the next are not asked for before this time is over (milliseconds): a cluster that
 * takes none would have a plugin run, and perhaps open a window, for each request.
 */
const betweenRefusals = 15_000;

/** For how long a kubeconfig may be bad because it is just being written (milliseconds); what it said before goes on. */
const rewriteTime = 3_000;

/** @param options those that are not the usual ones. */
export function createConnection(
  source: KubeconfigSource,
  context: string,
  options: Partial<CredentialOptions> = {},
): ClusterConnection {
  const known = { ...usualOptions, ...options };
  let last: { readonly kubeconfig: Kubeconfig; readonly session: Session } | undefined;
  let badSince: number | undefined;

  function readNow(): Session {
    const kubeconfig = source.read();
    if (last?.kubeconfig === kubeconfig) return last.session;
    const entries = contextEntries(kubeconfig, context);
    // Another namespace, or another context, is no reason to sign in anew.
    const session =
      last !== undefined && saySame(last.session.entries, entries)
        ? last.session
        : createSession(entries, kubeconfig.source, known);
    last = { kubeconfig, session };
    return session;
  }

  function sessionNow(): Session {
    try {
      const session = readNow();
      badSince = undefined;
      return session;
    } catch (error) {
      badSince ??= known.now();
      if (last === undefined || known.now() >= badSince + rewriteTime) throw error;
      return last.session;
    }
  }

  return {
    context,
    // Async, so that a bad kubeconfig rejects like everything else.
    access: async () => sessionNow().access(),
    refused: (access) => last?.session.refused(access),
  };
}

function saySame(one: ContextEntries, other: ContextEntries): boolean {
  const wordsOf = ({ cluster, userName, user }: ContextEntries) => ({ cluster, userName, user });
  return isDeepStrictEqual(wordsOf(one), wordsOf(other));
}

/** A context, for as long as the kubeconfig says the same of its cluster and its user. */
interface Session {
  readonly entries: ContextEntries;
  access(): Promise<OpenAccess>;
  refused(access: OpenAccess): void;
}

function createSession(entries: ContextEntries, source: string, options: CredentialOptions): Session {
  const { now } = options;
  const errand = { server: addressOf(entries.server), user: entries.userName };
  const token = createTokenSource(entries.user);
  const credentials = createCredentialSource(entries, source, options);
  let kept: Kept | undefined;
  let refusedAt = -Infinity;

  return {
    entries,
    async access() {
      if (kept !== undefined && now() < kept.until) return kept.access;
      const credential = await credentials.get();
      // Others have waited for the same.
      if (kept !== undefined && kept.credential === credential && now() < kept.until) return kept.access;
      const access = { ...(await clusterAccess(entries, source, token, credential)), errand };
      kept = { access, credential, until: Math.min(now() + keptFor, usableUntil(credential, now())) };
      return access;
    },
    refused(access) {
      if (kept?.access !== access || now() < refusedAt + betweenRefusals) return;
      refusedAt = now();
      kept = undefined;
      credentials.forget();
    },
  };
}

interface Kept {
  readonly access: OpenAccess;
  readonly credential: Credential | undefined;
  readonly until: number;
}
