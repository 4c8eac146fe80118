import { type AccessMaker, type ClusterAccess, createAccessMaker } from './kubeconfig/cluster-access.ts';
import { addressOf, type ContextEntries, contextEntries, execOf } from './kubeconfig/context-entries.ts';
import { type ExecCredential, runExecPlugin } from './kubeconfig/exec-plugin.ts';
import type { Kubeconfig } from './kubeconfig/kubeconfig.ts';
import type { KubeconfigSource } from './kubeconfig/kubeconfig-source.ts';
import { ConnectionFailure } from './problem.ts';
import type { Errand } from './problem-of-error.ts';

/** One context of a kubeconfig, always with credentials that hold. */
export interface ClusterConnection {
  readonly context: string;
  /** @throws {ConnectionFailure} */
  access(): Promise<OpenAccess>;
  /** The cluster has refused what `access` gave last: get other credentials the next time, as client-go does. */
  refused(): void;
}

export interface OpenAccess extends ClusterAccess {
  readonly errand: Errand;
}

/** How long files of certificates and tokens are taken for unchanged (milliseconds); client-go has the same minute. */
const keptFor = 60_000;

/** A credential that ends within this time is renewed (milliseconds). */
const beforeEnd = 10_000;

/** How long an exec plugin that has failed is left alone (milliseconds): it may open a window each time that it runs. */
const leftAlone = 15_000;

/** @param now milliseconds since 1970. */
export function createConnection(
  source: KubeconfigSource,
  context: string,
  now: () => number = Date.now,
): ClusterConnection {
  let place: Place | undefined;
  const placeNow = (): Place => {
    const kubeconfig = source.read();
    if (place?.kubeconfig !== kubeconfig) place = createPlace(kubeconfig, context);
    return place;
  };
  return {
    context,
    // Async, so that a bad kubeconfig rejects like everything else.
    access: async () => placeNow().access(now()),
    refused: () => place?.forget(),
  };
}

/** A context, as one state of the kubeconfig has it. */
interface Place {
  readonly kubeconfig: Kubeconfig;
  access(now: number): Promise<OpenAccess>;
  forget(): void;
}

function createPlace(kubeconfig: Kubeconfig, context: string): Place {
  const entries = contextEntries(kubeconfig, context);
  const maker = createAccessMaker(entries, kubeconfig.source);
  let credential: ExecCredential | undefined;
  let kept: { readonly until: number; readonly access: OpenAccess } | undefined;
  // Many requests come at once when a page opens: one plugin runs for all of them.
  let making: Promise<OpenAccess> | undefined;
  let failed: { readonly until: number; readonly failure: ConnectionFailure } | undefined;

  async function make(now: number): Promise<OpenAccess> {
    try {
      credential = await credentialOf(entries, credential, now);
    } catch (error) {
      if (error instanceof ConnectionFailure) failed = { until: now + leftAlone, failure: error };
      throw error;
    }
    const made = await openAccess(maker, entries, credential);
    kept = { until: Math.min(now + keptFor, (credential?.expires ?? Infinity) - beforeEnd), access: made };
    return made;
  }

  return {
    kubeconfig,
    async access(now) {
      if (kept !== undefined && now < kept.until) return kept.access;
      if (failed !== undefined && now < failed.until) throw failed.failure;
      making ??= make(now).finally(() => {
        making = undefined;
      });
      return making;
    },
    forget() {
      credential = undefined;
      kept = undefined;
    },
  };
}

/** What the exec plugin gave before, while it lasts; `undefined` for a user without one. */
async function credentialOf(
  { user, userName, cluster }: ContextEntries,
  last: ExecCredential | undefined,
  now: number,
): Promise<ExecCredential | undefined> {
  const exec = execOf(user);
  if (exec === undefined) return undefined;
  if (last !== undefined && now < (last.expires ?? Infinity) - beforeEnd) return last;
  return runExecPlugin(userName, exec, cluster);
}

async function openAccess(
  maker: AccessMaker,
  { server, userName }: ContextEntries,
  credential: ExecCredential | undefined,
): Promise<OpenAccess> {
  return { ...(await maker.make(credential)), errand: { server: addressOf(server), user: userName } };
}
