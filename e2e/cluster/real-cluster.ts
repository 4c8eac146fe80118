import type { Scenario } from '../../mocks/scenarios/scenario.ts';
import type { ApiClient } from './api/api-client.ts';
import type { BuiltPrograms } from './build/build-programs.ts';
import { startKubernetes } from './run/kubernetes.ts';
import type { Kubernetes } from './run/kubernetes.ts';
import { findPorts } from './run/ports.ts';
import { until } from './run/program.ts';
import type { RunningProgram } from './run/program.ts';
import { createScratch } from './run/scratch.ts';
import type { Scratch } from './run/scratch.ts';
import { startSpiderpool } from './run/spiderpool.ts';
import type { Certificate } from './run/certificates.ts';
import { installDefinitions } from './seed/definitions.ts';
import { overlayObjects } from './seed/overlay-objects.ts';
import { workloadsAreUp } from './seed/workloads.ts';
import { restrictUser } from './seed/restriction.ts';
import { fillCluster } from './seed/scenario.ts';
import { installWebhooks } from './seed/webhooks.ts';
import { startStandIn } from './standin/stand-in.ts';

/** A real control plane with a scenario in it. */
export interface RealCluster {
  /** `https://127.0.0.1:6443` */
  server: string;
  /** The path of a kubeconfig for the user: one who may do everything, but for what the scenario forbids. */
  kubeconfig: string;
  /** The certificate of that user, and of the authority that signed the API server's. */
  user: Certificate;
  authority: string;
  /** Where logs and everything else is. */
  folder: string;
  programs: readonly RunningProgram[];
  /** For one who may do everything. */
  client(userAgent: string): ApiClient;
  /** Ends everything and removes the folder. */
  close(): Promise<void>;
}

export interface RealClusterOptions {
  built: BuiltPrograms;
  scenario: Scenario;
  /** Where the API server listens; without it, anywhere. */
  port?: number;
  /** Variables that change the way Spiderpool's programs work. */
  variables?: Readonly<Record<string, string>>;
  /** Receives a line for each step. */
  report: (line: string) => void;
  /** Receives what goes wrong later on. */
  onProblem: (error: unknown) => void;
}

/**
 * Starts a real control plane on loopback, in a folder of its own, and fills it. When that fails, what was started is ended.
 * @throws Error with what failed
 */
export async function startRealCluster(options: RealClusterOptions): Promise<RealCluster> {
  const scratch = createScratch();
  const programs: RunningProgram[] = [];
  const stops: (() => void)[] = [];

  async function close(): Promise<void> {
    for (const stop of stops.toReversed()) stop();
    await Promise.all(programs.map((program) => program.kill()));
    scratch.remove();
  }

  try {
    const { built, scenario, variables = {}, report, onProblem } = options;
    const settings = scenario.spiderpool;
    const found = await findPorts();
    const ports = { ...found, apiServer: options.port ?? found.apiServer };
    const onStarted = (program: RunningProgram) => void programs.push(program);
    const { paths } = built;
    const dualStack = settings?.enableIPv6 === true;
    report(`Starting Kubernetes ${built.kubernetesVersion} …`);
    const kubernetes = await startKubernetes({
      scratch,
      paths,
      ports,
      dualStack,
      onStarted,
      report,
    });
    const client = kubernetes.client('podnic-start/1');
    stops.push(() => client.close());
    let spiderpool: { settings: NonNullable<typeof settings>; socket: string } | undefined;
    if (settings !== undefined) {
      await installDefinitions(client, built.definitions);
      await fillCluster(client, { created: overlayObjects });
      report(`Starting Spiderpool ${built.spiderpoolVersion} …`);
      const running = await startSpiderpool({
        scratch,
        paths,
        ports,
        kubernetes,
        settings,
        variables,
        onStarted,
      });
      await installWebhooks(
        client,
        { server: running.webhooks, authority: scratch.authority.certificate },
        settings,
      );
      spiderpool = { settings, socket: running.socket };
    }
    report('Filling it …');
    await fillCluster(client, scenario.content());
    // The fields that it writes are the kubelet's.
    const kubelet = kubernetes.client(`kubelet/${built.kubernetesVersion}`);
    stops.push(() => kubelet.close());
    stops.push(
      await startStandIn({
        client: kubelet,
        ...(spiderpool === undefined ? {} : { spiderpool }),
        report: onProblem,
      }),
    );
    await until({ what: 'the workloads are up', test: () => workloadsAreUp(client), within: 120_000 });
    const user = await userOf(scenario, scratch, kubernetes, client);
    return {
      server: kubernetes.server,
      kubeconfig: scratch.writeKubeconfig('kubeconfig', kubernetes.server, user),
      user,
      authority: scratch.authority.certificate,
      folder: scratch.folder,
      programs,
      client: (userAgent) => kubernetes.client(userAgent),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function userOf(
  { forbidden = [] }: Scenario,
  scratch: Scratch,
  { administrator }: Kubernetes,
  client: ApiClient,
): Promise<Certificate> {
  if (forbidden.length === 0) return administrator;
  const commonName = 'podnic-user';
  await restrictUser(client, commonName, forbidden);
  return scratch.authority.client({ commonName });
}
