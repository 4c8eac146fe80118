import { INTERFACES_ANNOTATION } from '../../multus/node-devices.ts';
import type { NodeInterface } from '../../multus/node-devices.ts';
import { settingsData } from '../../spiderpool/settings.ts';
import type { SpiderpoolSettings } from '../../spiderpool/settings.ts';
import type { NewKubeObject } from '../../store/store.ts';

/** Objects of Kubernetes itself that scenarios are made of. */

interface NodeOptions {
  zone: string;
  address: string;
  interfaces: NodeInterface[];
  controlPlane?: boolean;
  /** Extended resources with their amounts: `{ 'spidernet.io/sriov_netdevice': 4 }`. */
  devices?: Readonly<Record<string, number>>;
}

const READY_CONDITIONS = [
  ['MemoryPressure', 'False', 'KubeletHasSufficientMemory', 'kubelet has sufficient memory available'],
  ['DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'],
  ['PIDPressure', 'False', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'],
  ['Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'],
] as const;

export function node(name: string, options: NodeOptions): NewKubeObject {
  const { zone, address, interfaces, controlPlane = false, devices = {} } = options;
  const amounts = {
    cpu: '16',
    memory: '64Gi',
    'ephemeral-storage': '200Gi',
    pods: '250',
    ...Object.fromEntries(Object.entries(devices).map(([resource, amount]) => [resource, String(amount)])),
  };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'topology.kubernetes.io/zone': zone,
        ...(controlPlane ? { 'node-role.kubernetes.io/control-plane': '' } : {}),
      },
      annotations: { [INTERFACES_ANNOTATION]: JSON.stringify(interfaces) },
    },
    spec: controlPlane
      ? { taints: [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }] }
      : {},
    status: {
      capacity: amounts,
      allocatable: amounts,
      addresses: [
        { type: 'InternalIP', address },
        { type: 'Hostname', address: name },
      ],
      conditions: READY_CONDITIONS.map(([type, status, reason, message]) => ({
        type,
        status,
        reason,
        message,
      })),
      nodeInfo: {
        architecture: 'amd64',
        containerRuntimeVersion: 'containerd://1.7.27',
        kernelVersion: '5.15.0-139-generic',
        kubeletVersion: 'v1.32.4',
        operatingSystem: 'linux',
        osImage: 'Ubuntu 22.04.5 LTS',
      },
    },
  };
}

interface NamespaceOptions {
  labels?: Readonly<Record<string, string>>;
  annotations?: Readonly<Record<string, string>>;
}

export function namespace(name: string, { labels, annotations }: NamespaceOptions = {}): NewKubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: { 'kubernetes.io/metadata.name': name, ...labels },
      ...(annotations === undefined ? {} : { annotations: { ...annotations } }),
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

export function configMap(
  place: string,
  name: string,
  data: Readonly<Record<string, string>>,
): NewKubeObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: place }, data: { ...data } };
}

/** @param data plain text; it is stored as base64, as Secrets are */
export function secret(
  place: string,
  name: string,
  data: Readonly<Record<string, string>>,
  type = 'Opaque',
): NewKubeObject {
  const encoded = Object.entries(data).map(([key, text]) => [key, Buffer.from(text).toString('base64')]);
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace: place },
    type,
    data: Object.fromEntries(encoded),
  };
}

/** A Secret to pull images with. */
export function pullSecret(place: string, name: string, registry: string): NewKubeObject {
  const auths = { [registry]: { username: 'puller', password: 'not-a-real-password', auth: '' } };
  return secret(
    place,
    name,
    { '.dockerconfigjson': JSON.stringify({ auths }) },
    'kubernetes.io/dockerconfigjson',
  );
}

/** The ConfigMap that a console reads the gates of Spiderpool from. */
export function spiderpoolConf(settings: SpiderpoolSettings): NewKubeObject {
  return configMap(settings.namespace, 'spiderpool-conf', settingsData(settings));
}
