import type { Scenario } from '../../mocks/scenarios/scenario.ts';
import type { ApiClient } from './api/api-client.ts';
import type { BuiltPrograms } from './build/build-programs.ts';
import { startControlPlane } from './control-plane.ts';
import type { ControlPlane } from './control-plane.ts';
import type { Certificate } from './run/certificates.ts';
import { until } from './run/program.ts';
import type { RunningProgram } from './run/program.ts';
import { restrictUser } from './seed/restriction.ts';
import { fillCluster } from './seed/scenario.ts';
import { workloadsAreUp } from './seed/workloads.ts';

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

interface RealClusterOptions {
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
  const { built, scenario, port, variables, report, onProblem } = options;
  const { spiderpool } = scenario;
  const dualStack = spiderpool?.enableIPv6 === true;
  const plane = await startControlPlane({ built, port, dualStack, report, onProblem });
  try {
    const { client, kubernetes, programs, scratch } = plane;
    if (spiderpool !== undefined) await plane.startSpiderpool(spiderpool, variables);
    report('Filling it …');
    await fillCluster(client, scenario.content());
    await plane.startNodes();
    await until({ what: 'the workloads are up', test: () => workloadsAreUp(client), within: 120_000 });
    const user = await userOf(scenario, plane);
    return {
      server: kubernetes.server,
      kubeconfig: scratch.writeKubeconfig('kubeconfig', kubernetes.server, user),
      user,
      authority: scratch.authority.certificate,
      folder: scratch.folder,
      programs,
      client: (userAgent) => kubernetes.client(userAgent),
      close: () => plane.close(),
    };
  } catch (error) {
    await plane.close();
    throw error;
  }
}

async function userOf(
  { forbidden = [] }: Scenario,
  { client, kubernetes, scratch }: ControlPlane,
): Promise<Certificate> {
  if (forbidden.length === 0) return kubernetes.administrator;
  const commonName = 'podnic-user';
  await restrictUser(client, commonName, forbidden);
  return scratch.authority.client({ commonName });
}
