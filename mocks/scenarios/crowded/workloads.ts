import { networkStatus } from '../../multus/network-status.ts';
import { macAddress } from '../../multus/synthetic.ts';
import { annotations, ENDPOINTS, SPIDER_FINALIZER, SPIDERPOOL_API } from '../../spiderpool/names.ts';
import { podTemplate } from '../objects/workload-objects.ts';
import type { StoredObject } from '../scenario.ts';
import {
  address,
  deploymentName,
  DEPLOYMENTS,
  padded,
  poolName,
  poolOfDeployment,
  REPLICAS,
  tenant,
  uid,
  workerName,
} from './sizes.ts';

const DEPLOYMENT_UID = 2;
const REPLICA_SET_UID = 3;
const POD_UID = 4;
const STARTED = '2026-01-15T06:00:00Z';

export function podName(deployment: number, replica: number): string {
  return `${replicaSetName(deployment)}-${padded(replica, 5)}`;
}

export function podUid(deployment: number, replica: number): string {
  return uid(POD_UID, deployment * REPLICAS + replica);
}

/** Deployments, their ReplicaSets, Pods and endpoints, all as if they had run for two hours. */
export function crowdedWorkloads(): StoredObject[] {
  return Array.from({ length: DEPLOYMENTS }, (_, index) => index).flatMap((deployment) => [
    deploymentObject(deployment),
    replicaSetObject(deployment),
    ...Array.from({ length: REPLICAS }, (_, replica) => replica).flatMap((replica) => [
      podObject(deployment, replica),
      endpointObject(deployment, replica),
    ]),
  ]);
}

function template(deployment: number) {
  return podTemplate(deploymentName(deployment), {
    annotations: {
      [annotations.networks]: 'kube-system/macvlan-ens192',
      [annotations.pools]: JSON.stringify([
        { interface: 'net1', ipv4: [poolName(poolOfDeployment(deployment))] },
      ]),
    },
  });
}

const hash = (deployment: number) => `5c8d7f${padded(deployment, 4)}`;
const replicaSetName = (deployment: number) => `${deploymentName(deployment)}-${hash(deployment)}`;
const selector = (deployment: number) => ({ app: deploymentName(deployment) });

function deploymentObject(deployment: number): StoredObject {
  return {
    resource: 'apps/v1/deployments',
    object: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: deploymentName(deployment),
        namespace: tenant(deployment),
        uid: uid(DEPLOYMENT_UID, deployment),
        creationTimestamp: STARTED,
        labels: selector(deployment),
        annotations: { 'deployment.kubernetes.io/revision': '1' },
      },
      spec: {
        replicas: REPLICAS,
        selector: { matchLabels: selector(deployment) },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
        revisionHistoryLimit: 10,
        progressDeadlineSeconds: 600,
        template: template(deployment),
      },
      status: {
        observedGeneration: 1,
        replicas: REPLICAS,
        updatedReplicas: REPLICAS,
        readyReplicas: REPLICAS,
        availableReplicas: REPLICAS,
      },
    },
  };
}

function replicaSetObject(deployment: number): StoredObject {
  const labels = { ...selector(deployment), 'pod-template-hash': hash(deployment) };
  const { metadata, spec } = template(deployment);
  return {
    resource: 'apps/v1/replicasets',
    object: {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name: replicaSetName(deployment),
        namespace: tenant(deployment),
        uid: uid(REPLICA_SET_UID, deployment),
        creationTimestamp: STARTED,
        labels,
        annotations: {
          'deployment.kubernetes.io/desired-replicas': String(REPLICAS),
          'deployment.kubernetes.io/max-replicas': String(REPLICAS + 13),
          'deployment.kubernetes.io/revision': '1',
        },
        ownerReferences: [
          owner('apps/v1', 'Deployment', deploymentName(deployment), uid(DEPLOYMENT_UID, deployment)),
        ],
      },
      spec: {
        replicas: REPLICAS,
        selector: { matchLabels: labels },
        template: { metadata: { ...metadata, labels: { ...metadata.labels, ...labels } }, spec },
      },
      status: {
        observedGeneration: 1,
        replicas: REPLICAS,
        fullyLabeledReplicas: REPLICAS,
        readyReplicas: REPLICAS,
        availableReplicas: REPLICAS,
      },
    },
  };
}

function podObject(deployment: number, replica: number): StoredObject {
  const index = deployment * REPLICAS + replica;
  const podIP = `10.233.${64 + (index % 160)}.${Math.floor(index / 160) + 1}`;
  const { metadata, spec } = template(deployment);
  const container = spec.containers[0];
  return {
    resource: 'v1/pods',
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: podName(deployment, replica),
        namespace: tenant(deployment),
        uid: podUid(deployment, replica),
        creationTimestamp: STARTED,
        labels: { ...metadata.labels, 'pod-template-hash': hash(deployment) },
        annotations: { ...metadata.annotations, ...statusOf(deployment, replica, podIP) },
        ownerReferences: [
          owner('apps/v1', 'ReplicaSet', replicaSetName(deployment), uid(REPLICA_SET_UID, deployment)),
        ],
      },
      spec: {
        ...spec,
        nodeName: workerName(index),
        restartPolicy: 'Always',
        terminationGracePeriodSeconds: 30,
      },
      status: {
        phase: 'Running',
        startTime: STARTED,
        podIP,
        podIPs: [{ ip: podIP }],
        conditions: ['PodScheduled', 'Initialized', 'ContainersReady', 'Ready'].map((type) => ({
          type,
          status: 'True',
          lastTransitionTime: STARTED,
        })),
        containerStatuses: [
          {
            name: container?.name,
            image: container?.image,
            ready: true,
            started: true,
            restartCount: 0,
            state: { running: { startedAt: STARTED } },
          },
        ],
      },
    },
  };
}

function endpointObject(deployment: number, replica: number): StoredObject {
  const pool = poolOfDeployment(deployment);
  const name = podName(deployment, replica);
  const podUidText = podUid(deployment, replica);
  return {
    resource: ENDPOINTS,
    object: {
      apiVersion: SPIDERPOOL_API,
      kind: 'SpiderEndpoint',
      metadata: {
        name,
        namespace: tenant(deployment),
        finalizers: [SPIDER_FINALIZER],
        ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name, uid: podUidText }],
      },
      status: {
        current: {
          uid: podUidText,
          node: workerName(deployment * REPLICAS + replica),
          ips: [
            {
              interface: 'net1',
              ipv4: `${address(pool, replica)}/16`,
              ipv4Pool: poolName(pool),
              ipv4Gateway: `10.${100 + deployment}.0.1`,
              vlan: 0,
              cleanGateway: false,
            },
          ],
        },
        ownerControllerType: 'Deployment',
        ownerControllerName: deploymentName(deployment),
      },
    },
  };
}

function statusOf(deployment: number, replica: number, podIP: string): Record<string, string> {
  const nic = { pciAddress: undefined, gateways: [] };
  const seed = podUid(deployment, replica);
  return networkStatus([
    {
      ...nic,
      network: 'k8s-pod-network',
      interface: 'eth0',
      addresses: [podIP],
      mac: macAddress(`${seed}/eth0`),
      isDefault: true,
    },
    {
      ...nic,
      network: 'kube-system/macvlan-ens192',
      interface: 'net1',
      addresses: [address(poolOfDeployment(deployment), replica)],
      mac: macAddress(`${seed}/net1`),
      isDefault: false,
      gateways: [`10.${100 + deployment}.0.1`],
    },
  ]);
}

function owner(apiVersion: string, kind: string, name: string, ownerUid: string) {
  return { apiVersion, kind, name, uid: ownerUid, controller: true, blockOwnerDeletion: true };
}
