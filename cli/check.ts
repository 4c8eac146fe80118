import type { Readable } from 'node:stream';
import { CannotRun } from './cannot-run.ts';
import type { ClusterFacts } from './cluster/cluster-facts.ts';
import { noCluster } from './cluster/no-cluster.ts';
import { readServer } from './cluster/server.ts';
import { readSnapshot } from './cluster/snapshot.ts';
import type { CheckOptions, ClusterOption } from './options.ts';
import { type NamedManifest, readManifest } from './read-manifests.ts';
import { readText } from './read-text.ts';
import { type CheckReport, checkReport } from './report/check-report.ts';

/** MiB of a file with a token or with certificates. */
const MAX_SECRET = 1;

/** Why several files cannot be checked, one reason each. */
export class CannotRunAll extends Error {
  readonly reasons: readonly CannotRun[];

  constructor(reasons: readonly CannotRun[]) {
    super('cannot run');
    this.name = 'CannotRunAll';
    this.reasons = reasons;
  }
}

/**
 * Reads the manifests and the cluster, and checks the one against the other.
 * @param token of the environment, for want of a file
 * @throws {CannotRun | CannotRunAll}
 */
export async function check(
  options: CheckOptions,
  { stdin, token }: { readonly stdin: Readable; readonly token: string | undefined },
): Promise<CheckReport> {
  const manifests = await readManifests(options.files, stdin);
  const cluster = await readCluster(options.cluster, token);
  return checkReport(manifests, cluster, options.namespace);
}

/** Each file is read once, in the order given; all that cannot be read are named. Nothing in any of them is no check. */
async function readManifests(files: readonly string[], stdin: Readable): Promise<readonly NamedManifest[]> {
  const manifests: NamedManifest[] = [];
  const reasons: CannotRun[] = [];
  for (const file of new Set(files)) {
    try {
      manifests.push(await readManifest(file, stdin));
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      reasons.push(error);
    }
  }
  if (reasons.length > 0) throw new CannotRunAll(reasons);
  if (manifests.every(({ documents }) => documents.length === 0)) {
    const names = manifests.map(({ file }) => file).join(', ');
    throw new CannotRun('cannot.empty', { files: names });
  }
  return manifests;
}

async function readCluster(option: ClusterOption, token: string | undefined): Promise<ClusterFacts> {
  switch (option.kind) {
    case 'none':
      return noCluster();
    case 'snapshot':
      return readSnapshot(option.folder);
    case 'server': {
      const { url, tokenFile, caFile } = option;
      return readServer({
        url,
        token: tokenFile === undefined ? token : await readToken(tokenFile),
        ca: caFile === undefined ? undefined : await readCertificates(caFile),
      });
    }
  }
}

async function readToken(file: string): Promise<string> {
  const token = (await readText(file, MAX_SECRET)).trim();
  if (!/^[\x21-\x7e]+$/.test(token)) throw new CannotRun('cannot.tokenFile', { file });
  return token;
}

async function readCertificates(file: string): Promise<string> {
  const text = await readText(file, MAX_SECRET);
  if (!text.includes('-----BEGIN CERTIFICATE-----')) throw new CannotRun('cannot.certificateFile', { file });
  return text;
}
