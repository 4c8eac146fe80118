import { createApiClient } from '../api/api-client.ts';
import type { ApiClient } from '../api/api-client.ts';
import type { ProgramName } from '../build/programs.ts';
import { signingKeys } from './certificates.ts';
import type { Certificate } from './certificates.ts';
import type { Ports } from './ports.ts';
import { listens, succeeds } from './probes.ts';
import { startProgram, until } from './program.ts';
import type { ProgramOptions, RunningProgram } from './program.ts';
import type { Scratch } from './scratch.ts';

const LOOPBACK = '127.0.0.1';
/** The block that nodes get their blocks of Pod addresses from: a /24 each, 10.233.64.0/24 the first. */
export const CLUSTER_CIDR = '10.233.64.0/18';
export const SERVICE_CIDRS = ['10.96.0.0/16', 'fd00:10:96::/112'];
/** The first address of the service network is the API server's own. */
const API_SERVICE_ADDRESS = '10.96.0.1';
const SLOW_MACHINE = 180_000;

/** Kubernetes without nodes: etcd, API server, controller manager, scheduler. */
export interface Kubernetes {
  /** `https://127.0.0.1:6443` */
  server: string;
  /** The certificate of one who may do everything. */
  administrator: Certificate;
  client(userAgent: string): ApiClient;
}

interface KubernetesOptions {
  scratch: Scratch;
  paths: Readonly<Record<ProgramName, string>>;
  ports: Ports;
  /** Whether Services may have IPv6 addresses. */
  dualStack: boolean;
  /** Hears of each program that is started, so that a failed start ends them too. */
  onStarted: (program: RunningProgram) => void;
  report: (line: string) => void;
}

/** Starts Kubernetes and waits until it is healthy. @throws Error with the last words of a program that ended */
export async function startKubernetes(options: KubernetesOptions): Promise<Kubernetes> {
  const { scratch, paths, ports, onStarted, report } = options;
  const { authority } = scratch;
  const server = `https://${LOOPBACK}:${ports.apiServer}`;
  const administrator = authority.client({
    commonName: 'podnic-administrator',
    organizations: ['system:masters'],
  });
  const client = (userAgent: string) =>
    createApiClient({
      server,
      credentials: { authority: authority.certificate, user: administrator },
      userAgent,
    });

  function start(name: ProgramName, args: readonly string[]): RunningProgram {
    const program: ProgramOptions = { name, path: paths[name], args, folder: scratch.folder };
    const running = startProgram(program);
    onStarted(running);
    return running;
  }

  const etcd = start('etcd', etcdArguments(scratch, ports));
  await until({ what: 'etcd listens', test: () => listens(ports.etcd), within: SLOW_MACHINE, program: etcd });
  const apiServer = start('kube-apiserver', apiServerArguments(options));
  const own = client('podnic-start/1');
  report('Waiting for the API server …');
  await until({
    what: 'the API server is ready',
    test: () => succeeds(() => own.get('/readyz')),
    within: SLOW_MACHINE,
    program: apiServer,
  });
  own.close();
  start('kube-controller-manager', controllerManagerArguments(scratch, server, ports));
  start('kube-scheduler', schedulerArguments(scratch, server, ports));
  return { server, administrator, client };
}

function etcdArguments(scratch: Scratch, ports: Ports): string[] {
  const { authority, folder } = scratch;
  const own = scratch.writeCertificate(
    'etcd',
    authority.server({ commonName: 'etcd' }, [LOOPBACK, 'localhost']),
  );
  const client = `https://${LOOPBACK}:${ports.etcd}`;
  const peer = `http://${LOOPBACK}:${ports.etcdPeer}`;
  return flags({
    name: 'podnic',
    'data-dir': `${folder}/etcd`,
    'listen-client-urls': client,
    'advertise-client-urls': client,
    'listen-peer-urls': peer,
    'initial-advertise-peer-urls': peer,
    'initial-cluster': `podnic=${peer}`,
    'cert-file': own.certificate,
    'key-file': own.key,
    'client-cert-auth': 'true',
    'trusted-ca-file': `${folder}/ca.crt`,
    // Nothing has to outlive the cluster.
    'unsafe-no-fsync': 'true',
    'log-level': 'warn',
  });
}

function apiServerArguments({ scratch, ports, dualStack }: KubernetesOptions): string[] {
  const { authority, folder } = scratch;
  const own = scratch.writeCertificate(
    'apiserver',
    authority.server({ commonName: 'kube-apiserver' }, [
      LOOPBACK,
      'localhost',
      'kubernetes',
      'kubernetes.default',
      'kubernetes.default.svc',
      API_SERVICE_ADDRESS,
    ]),
  );
  const keys = signingKeys();
  const signing = scratch.write('service-accounts.key', keys.privateKey);
  const verifying = scratch.write('service-accounts.pub', keys.publicKey);
  return flags({
    'bind-address': LOOPBACK,
    'secure-port': String(ports.apiServer),
    // No loopback address may be advertised, and nobody asks for it.
    'advertise-address': API_SERVICE_ADDRESS,
    'endpoint-reconciler-type': 'none',
    'tls-cert-file': own.certificate,
    'tls-private-key-file': own.key,
    'client-ca-file': `${folder}/ca.crt`,
    'etcd-servers': `https://${LOOPBACK}:${ports.etcd}`,
    'etcd-cafile': `${folder}/ca.crt`,
    'etcd-certfile': own.certificate,
    'etcd-keyfile': own.key,
    'service-account-issuer': 'https://kubernetes.default.svc.cluster.local',
    'service-account-key-file': verifying,
    'service-account-signing-key-file': signing,
    'service-cluster-ip-range': (dualStack ? SERVICE_CIDRS : SERVICE_CIDRS.slice(0, 1)).join(','),
    'authorization-mode': 'RBAC',
    'allow-privileged': 'true',
    profiling: 'false',
  });
}

function controllerManagerArguments(scratch: Scratch, server: string, ports: Ports): string[] {
  const { folder, authority } = scratch;
  const config = scratch.writeKubeconfig(
    'controller-manager.kubeconfig',
    server,
    authority.client({ commonName: 'system:kube-controller-manager' }),
  );
  return flags({
    ...componentFlags(scratch, 'controller-manager', config, ports.controllerManager),
    'root-ca-file': `${folder}/ca.crt`,
    'service-account-private-key-file': `${folder}/service-accounts.key`,
    'use-service-account-credentials': 'true',
    'allocate-node-cidrs': 'true',
    'cluster-cidr': CLUSTER_CIDR,
    // Leases are not renewed while the API server is gone. A kubelet would set its node ready again; here they stay ready.
    'node-monitor-grace-period': '10m0s',
  });
}

function schedulerArguments(scratch: Scratch, server: string, ports: Ports): string[] {
  const config = scratch.writeKubeconfig(
    'scheduler.kubeconfig',
    server,
    scratch.authority.client({ commonName: 'system:kube-scheduler' }),
  );
  return flags(componentFlags(scratch, 'scheduler', config, ports.scheduler));
}

function componentFlags(
  scratch: Scratch,
  name: string,
  kubeconfig: string,
  port: number,
): Record<string, string> {
  const own = scratch.writeCertificate(
    name,
    scratch.authority.server({ commonName: name }, [LOOPBACK, 'localhost']),
  );
  return {
    kubeconfig,
    'authentication-kubeconfig': kubeconfig,
    'authorization-kubeconfig': kubeconfig,
    'bind-address': LOOPBACK,
    'secure-port': String(port),
    'tls-cert-file': own.certificate,
    'tls-private-key-file': own.key,
    // There is one of each, and waiting for a lease would be all that it does.
    'leader-elect': 'false',
    profiling: 'false',
  };
}

function flags(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).map(([name, value]) => `--${name}=${value}`);
}
