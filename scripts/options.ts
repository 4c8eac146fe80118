import { parseArgs } from 'node:util';
import { isLoopback } from '../proxy/guard/own-page.ts';

export interface StartOptions {
  port: number;
  host: string;
  clusters: ClustersOption;
  help: boolean;
}

/** Where the clusters come from. */
export type ClustersOption =
  /** `scenario` is the only one to serve; the usual ones when absent. */
  | { kind: 'simulated'; scenario: string | undefined }
  | {
      kind: 'kubeconfig';
      /** The usual files of kubectl when absent. */
      file: string | undefined;
      /** The current one when empty. */
      contexts: readonly string[];
      /** Whether others than this machine may use them. */
      remote: boolean;
    };

export type ParsedOptions = { ok: true; options: StartOptions } | { ok: false; problem: string };

interface Values {
  port?: string;
  host?: string;
  scenario?: string;
  context?: string[];
  kubeconfig?: string;
  'allow-remote'?: boolean;
  help?: boolean;
}

/** The options of `npm start`. Bad ones are a sentence for the user, not an exception. */
export function parseStartOptions(args: readonly string[]): ParsedOptions {
  let values: Values;
  try {
    values = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        scenario: { type: 'string' },
        context: { type: 'string', multiple: true },
        kubeconfig: { type: 'string' },
        'allow-remote': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
  const port = Number(values.port ?? '4173');
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    return { ok: false, problem: `--port takes a number from 0 to 65535, not "${values.port}"` };
  }
  const host = values.host ?? '127.0.0.1';
  const clusters = clustersOption(values);
  const problem =
    clusters.kind === 'kubeconfig' ? problemOfReal(clusters, values, host) : problemOfSimulated(values);
  if (problem !== undefined) return { ok: false, problem };
  return { ok: true, options: { port, host, clusters, help: values.help ?? false } };
}

function clustersOption(values: Values): ClustersOption {
  const { context, kubeconfig, scenario } = values;
  if (context === undefined && kubeconfig === undefined) return { kind: 'simulated', scenario };
  return {
    kind: 'kubeconfig',
    file: kubeconfig,
    contexts: context ?? [],
    remote: values['allow-remote'] ?? false,
  };
}

function problemOfSimulated(values: Values): string | undefined {
  if (values['allow-remote'] === undefined) return undefined;
  return '--allow-remote goes with --context or --kubeconfig: a simulated cluster answers this machine only';
}

/** Whoever reaches the console acts with the credentials of the kubeconfig. */
function problemOfReal(
  { contexts, file, remote }: Extract<ClustersOption, { kind: 'kubeconfig' }>,
  { scenario }: Values,
  host: string,
): string | undefined {
  if (scenario !== undefined) {
    return '--scenario is for simulated clusters and does not go with --context or --kubeconfig';
  }
  if (contexts.includes('') || file === '') return '--context and --kubeconfig take a name';
  if (!isLoopback(host) && !remote) {
    return `--host ${host} would let everybody who reaches this machine act with your credentials; add --allow-remote if that is meant`;
  }
  return undefined;
}
