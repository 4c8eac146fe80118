import type { SpiderpoolSettings } from '../../mocks/spiderpool/settings.ts';
import type { ApiClient } from './api/api-client.ts';
import type { BuiltPrograms } from './build/build-programs.ts';
import { startKubernetes } from './run/kubernetes.ts';
import type { Kubernetes } from './run/kubernetes.ts';
import { findPorts } from './run/ports.ts';
import type { RunningProgram } from './run/program.ts';
import { createScratch } from './run/scratch.ts';
import type { Scratch } from './run/scratch.ts';
import { startSpiderpool } from './run/spiderpool.ts';
import { installDefinitions } from './seed/definitions.ts';
import { overlayObjects } from './seed/overlay-objects.ts';
import { fillCluster } from './seed/scenario.ts';
import { installWebhooks } from './seed/webhooks.ts';
import { startStandIn } from './standin/stand-in.ts';

/** A control plane in a folder of its own: Kubernetes from the beginning, the rest when it is asked for. */
export interface ControlPlane {
  readonly scratch: Scratch;
  readonly kubernetes: Kubernetes;
  /** For one who may do everything. */
  readonly client: ApiClient;
  /** All that were ever started. */
  readonly programs: readonly RunningProgram[];
  /**
   * Starts Spiderpool and waits until it is ready. What there was of it before ends, and so does the stand-in that asked it; the
   * cluster is told of it the first time.
   * @param variables that change the way the programs work
   * @throws Error with the last words of a program that ended
   */
  startSpiderpool(settings: SpiderpoolSettings, variables?: Readonly<Record<string, string>>): Promise<void>;
  /** Starts what stands in for the nodes. They ask Spiderpool for addresses when it has been started. */
  startNodes(): Promise<void>;
  /** Ends everything and removes the folder. */
  close(): Promise<void>;
}

export interface ControlPlaneOptions {
  built: BuiltPrograms;
  /** Where the API server listens; without it, anywhere. */
  port?: number | undefined;
  /** Whether Services may have IPv6 addresses. */
  dualStack: boolean;
  /** Receives a line for each step. */
  report: (line: string) => void;
  /** Receives what goes wrong later on. */
  onProblem: (error: unknown) => void;
}

/**
 * Starts Kubernetes on loopback. When that fails, what was started is ended, and the folder is removed.
 * @throws Error with what failed
 */
export async function startControlPlane(options: ControlPlaneOptions): Promise<ControlPlane> {
  const scratch = createScratch();
  const programs: RunningProgram[] = [];
  try {
    return await openControlPlane(options, scratch, programs);
  } catch (error) {
    await end(programs);
    scratch.remove();
    throw error;
  }
}

async function openControlPlane(
  { built, port, dualStack, report, onProblem }: ControlPlaneOptions,
  scratch: Scratch,
  programs: RunningProgram[],
): Promise<ControlPlane> {
  const { paths } = built;
  const found = await findPorts();
  const ports = { ...found, apiServer: port ?? found.apiServer };
  report(`Starting Kubernetes ${built.kubernetesVersion} …`);
  const kubernetes = await startKubernetes({
    scratch,
    paths,
    ports,
    dualStack,
    onStarted: (program) => void programs.push(program),
    report,
  });
  const client = kubernetes.client('podnic-start/1');
  // The fields that it writes are the kubelet's.
  const kubelet = kubernetes.client(`kubelet/${built.kubernetesVersion}`);
  let ofSpiderpool: RunningProgram[] = [];
  let spiderpool: { settings: SpiderpoolSettings; socket: string } | undefined;
  let stopNodes: (() => void) | undefined;
  let isDefined = false;
  let hasWebhooks = false;

  async function endSpiderpool(): Promise<void> {
    stopNodes?.();
    stopNodes = undefined;
    spiderpool = undefined;
    await end(ofSpiderpool);
    ofSpiderpool = [];
  }

  return {
    scratch,
    kubernetes,
    client,
    programs,
    async startSpiderpool(settings, variables = {}) {
      await endSpiderpool();
      if (!isDefined) {
        await installDefinitions(client, built.definitions);
        await fillCluster(client, { created: overlayObjects });
        isDefined = true;
      }
      report(`Starting Spiderpool ${built.spiderpoolVersion} …`);
      const { webhooks, socket } = await startSpiderpool({
        scratch,
        paths,
        ports,
        kubernetes,
        settings,
        variables,
        onStarted(program) {
          programs.push(program);
          ofSpiderpool.push(program);
        },
      });
      if (!hasWebhooks) {
        const place = { server: webhooks, authority: scratch.authority.certificate };
        await installWebhooks(client, place, settings);
        hasWebhooks = true;
      }
      spiderpool = { settings, socket };
    },
    async startNodes() {
      stopNodes = await startStandIn({
        client: kubelet,
        ...(spiderpool === undefined ? {} : { spiderpool }),
        report: onProblem,
      });
    },
    async close() {
      stopNodes?.();
      client.close();
      kubelet.close();
      await end(programs);
      scratch.remove();
    },
  };
}

async function end(programs: readonly RunningProgram[]): Promise<void> {
  await Promise.all(programs.map((program) => program.kill()));
}
