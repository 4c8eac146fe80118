import type { MemoryStore } from '../store/memory-store.ts';
import type { KubeObject, NewKubeObject, ResourceName } from '../store/store.ts';
import type { ScenarioContent } from './scenario.ts';

/** The part of the API server that a scenario is written through. */
export interface ScenarioWriter {
  create(resource: ResourceName, object: NewKubeObject): KubeObject;
}

/** The resources that scenarios create. */
const RESOURCES: Readonly<Record<string, ResourceName>> = {
  'v1/Node': 'v1/nodes',
  'v1/Namespace': 'v1/namespaces',
  'v1/ConfigMap': 'v1/configmaps',
  'v1/Secret': 'v1/secrets',
  'v1/Pod': 'v1/pods',
  'apps/v1/Deployment': 'apps/v1/deployments',
  'apps/v1/ReplicaSet': 'apps/v1/replicasets',
  'apps/v1/StatefulSet': 'apps/v1/statefulsets',
  'apps/v1/DaemonSet': 'apps/v1/daemonsets',
  'batch/v1/Job': 'batch/v1/jobs',
  'batch/v1/CronJob': 'batch/v1/cronjobs',
  'spiderpool.spidernet.io/v2beta1/SpiderIPPool': 'spiderpool.spidernet.io/v2beta1/spiderippools',
  'spiderpool.spidernet.io/v2beta1/SpiderSubnet': 'spiderpool.spidernet.io/v2beta1/spidersubnets',
  'spiderpool.spidernet.io/v2beta1/SpiderReservedIP': 'spiderpool.spidernet.io/v2beta1/spiderreservedips',
  'spiderpool.spidernet.io/v2beta1/SpiderMultusConfig': 'spiderpool.spidernet.io/v2beta1/spidermultusconfigs',
  'spiderpool.spidernet.io/v2beta1/SpiderCoordinator': 'spiderpool.spidernet.io/v2beta1/spidercoordinators',
  'k8s.cni.cncf.io/v1/NetworkAttachmentDefinition': 'k8s.cni.cncf.io/v1/network-attachment-definitions',
};

/**
 * Fills an empty cluster.
 * @throws Error for a kind that scenarios have no resource for; StatusError when the API server refuses an object
 */
export function loadScenario(
  { created, stored = [] }: ScenarioContent,
  api: ScenarioWriter,
  store: MemoryStore,
): void {
  for (const object of created) {
    const key = `${object.apiVersion}/${object.kind}`;
    const resource = RESOURCES[key];
    if (resource === undefined) throw new Error(`scenarios do not create ${key}`);
    const { metadata } = api.create(resource, object);
    // A new object has no status: what a kubelet or a controller would report comes after it.
    if (object.status === undefined) continue;
    store.modify(
      resource,
      metadata.namespace,
      metadata.name,
      (copy) => {
        copy.status = object.status;
      },
      { subresource: 'status' },
    );
  }
  for (const { resource, object } of stored) store.create(resource, object);
}
