import { join } from 'node:path';
import { settingsData } from '../../../mocks/spiderpool/settings.ts';
import type { SpiderpoolSettings } from '../../../mocks/spiderpool/settings.ts';
import type { ProgramName } from '../build/programs.ts';
import { createAgentClient } from '../standin/agent-client.ts';
import type { Kubernetes } from './kubernetes.ts';
import type { Ports } from './ports.ts';
import { demandOk, succeeds } from './probes.ts';
import { startProgram, until } from './program.ts';
import type { RunningProgram } from './program.ts';
import type { Scratch } from './scratch.ts';

const LOOPBACK = '127.0.0.1';
const SLOW_MACHINE = 180_000;

/** Where Spiderpool is reached. */
interface Spiderpool {
  /** Of the agent. */
  socket: string;
  /** Where the API server reaches the webhooks. */
  webhooks: string;
}

interface SpiderpoolOptions {
  scratch: Scratch;
  paths: Readonly<Record<ProgramName, string>>;
  ports: Ports;
  kubernetes: Kubernetes;
  settings: SpiderpoolSettings;
  /** Variables that change the way the programs work, such as `SPIDERPOOL_GC_IP_ENABLED`. */
  variables: Readonly<Record<string, string>>;
  onStarted: (program: RunningProgram) => void;
}

/**
 * Starts controller and agent and waits until both are ready. Their definitions must be in the cluster.
 * @throws Error with the last words of a program that ended
 */
export async function startSpiderpool(options: SpiderpoolOptions): Promise<Spiderpool> {
  const { scratch, paths, ports, kubernetes, settings, variables, onStarted } = options;
  const { folder, authority } = scratch;
  const socket = join(folder, 'agent.sock');
  const configuration = scratch.write('conf.yml', programConfiguration(settings, socket));
  const kubeconfig = scratch.writeKubeconfig(
    'spiderpool.kubeconfig',
    kubernetes.server,
    authority.client({ commonName: 'spiderpool', organizations: ['system:masters'] }),
  );
  // controller-runtime finds the pair by these names in one folder.
  const tls = scratch.writeCertificate(
    'webhook/tls',
    authority.server({ commonName: 'spiderpool-controller' }, [LOOPBACK, 'localhost']),
  );
  const common = {
    KUBECONFIG: kubeconfig,
    SPIDERPOOL_POD_NAMESPACE: settings.namespace,
    SPIDERPOOL_IPPOOL_MAX_ALLOCATED_IPS: String(settings.maxAllocatedIPs),
    // Set and empty: no diagnostics port.
    SPIDERPOOL_GOPS_LISTEN_PORT: '',
  };

  function start(
    name: ProgramName,
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
  ): RunningProgram {
    const running = startProgram({
      name,
      path: paths[name],
      args: ['daemon', `--config-path=${configuration}`, ...args],
      environment: { ...common, ...environment, ...variables },
      folder,
    });
    onStarted(running);
    return running;
  }

  const controller = start(
    'spiderpool-controller',
    [`--tls-server-cert=${tls.certificate}`, `--tls-server-key=${tls.key}`],
    {
      SPIDERPOOL_POD_NAME: 'spiderpool-controller-0',
      SPIDERPOOL_HEALTH_PORT: String(ports.spiderpoolController),
      SPIDERPOOL_METRIC_HTTP_PORT: String(ports.spiderpoolControllerMetrics),
      SPIDERPOOL_WEBHOOK_PORT: String(ports.spiderpoolWebhook),
      SPIDERPOOL_MULTUS_CONFIG_ENABLED: 'true',
      SPIDERPOOL_COORDINATOR_ENABLED: 'true',
      SPIDERPOOL_CNI_CONFIG_DIR: nodeConfiguration(scratch),
      // Alone in the cluster: after a crash it need not wait long for its own lease.
      SPIDERPOOL_LEADER_DURATION: '5',
      SPIDERPOOL_LEADER_RENEW_DEADLINE: '4',
      SPIDERPOOL_LEADER_RETRY_PERIOD: '1',
    },
  );
  const agent = start('spiderpool-agent', [], {
    SPIDERPOOL_POD_NAME: 'spiderpool-agent-0',
    // Only its metrics look at it. Where a Pod runs is read from the Pod.
    SPIDERPOOL_NODE_NAME: 'every-node',
    SPIDERPOOL_HEALTH_PORT: String(ports.spiderpoolAgent),
    SPIDERPOOL_METRIC_HTTP_PORT: String(ports.spiderpoolAgentMetrics),
    MULTUS_CLUSTER_NETWORK: settings.clusterNetwork,
  });
  await until({
    what: 'the Spiderpool controller is ready',
    test: () => succeeds(() => demandOk(ports.spiderpoolController, '/v1/runtime/readiness')),
    within: SLOW_MACHINE,
    program: controller,
  });
  const client = createAgentClient(socket);
  await until({
    what: 'the Spiderpool agent answers',
    test: () => succeeds(() => client.healthy()),
    within: SLOW_MACHINE,
    program: agent,
  });
  return { socket, webhooks: `https://${LOOPBACK}:${ports.spiderpoolWebhook}` };
}

/** What the programs are told: the ConfigMap of the scenario, but for what belongs to a node. */
function programConfiguration(settings: SpiderpoolSettings, socket: string): string {
  const text = settingsData(settings)['conf.yml'] ?? '';
  const own: Readonly<Record<string, string>> = {
    ipamUnixSocketPath: socket,
    // There is no KubeVirt, and its kinds are unknown to the API server.
    enableKubevirtStaticIP: 'false',
  };
  const lines = text.split('\n').map((line) => {
    const key = line.split(':')[0] ?? '';
    return own[key] === undefined ? line : `${key}: ${own[key]}`;
  });
  // The machine's kernel is left alone.
  return [...lines, 'tuneSysctlConfig: false', ''].join('\n');
}

/** The CNI folder of a node with Calico, which the controller reads to find out whose Pod addresses are in use. */
function nodeConfiguration(scratch: Scratch): string {
  const path = scratch.write(
    'cni/10-calico.conflist',
    JSON.stringify({
      name: 'k8s-pod-network',
      cniVersion: '0.3.1',
      plugins: [{ type: 'calico', ipam: { type: 'calico-ipam' } }],
    }),
  );
  return join(path, '..');
}
