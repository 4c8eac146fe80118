import type { EndpointSubset } from 'kubernetes-types/core/v1';
import { sameJson } from '../../store/json.ts';
import { keyOf, nameOf } from '../cluster.ts';
import type { ControllerContext } from '../controller-context.ts';
import type { Pod, Service } from '../kinds.ts';
import { matchesLabels } from '../label-selector.ts';
import { controllerReference } from '../workload/owner-reference.ts';
import { backendPorts, backendsOf, familiesOf } from './service-endpoints.ts';
import type { Backend, BackendPort, Family } from './service-endpoints.ts';

const SERVICES = 'v1/services';
const ENDPOINTS = 'v1/endpoints';
const SLICES = 'discovery.k8s.io/v1/endpointslices';
const SERVICE_NAME = 'kubernetes.io/service-name';
const MANAGED_BY = 'endpointslice.kubernetes.io/managed-by';
const LAST_CHANGE = 'endpoints.kubernetes.io/last-change-trigger-time';
const CONTROLLER = 'endpointslice-controller.k8s.io';

/**
 * Keeps the Endpoints and EndpointSlices of Services with a selector: one slice for each family and set of ports,
 * however many Pods there are.
 */
export function startEndpointsController(context: ControllerContext): void {
  const { cluster, random, store } = context;
  const queue = context.queue(reconcile);

  context.watch(SERVICES, ({ object }) => queue.add(keyOf(object)));
  context.watch('v1/pods', ({ object, previous }) => {
    for (const service of cluster.list(SERVICES, object.metadata.namespace)) {
      if (selects(service, object) || (previous !== undefined && selects(service, previous))) {
        queue.add(keyOf(service));
      }
    }
  });

  function reconcile(key: string): void {
    const { namespace, name } = nameOf(key);
    const service = cluster.get(SERVICES, namespace, name);
    if (service === undefined) {
      const left = cluster.get(ENDPOINTS, namespace, name);
      if (left !== undefined) cluster.delete(ENDPOINTS, left);
      return;
    }
    if (service.spec.selector === undefined || service.spec.type === 'ExternalName') return;
    const pods = cluster.list('v1/pods', namespace);
    const families = familiesOf(service);
    writeEndpoints(service, backendsOf(service, pods, families[0] ?? 'IPv4'));
    writeSlices(
      service,
      families.flatMap((family) => slicesOf(service, backendsOf(service, pods, family), family)),
    );
  }

  function writeEndpoints(service: Service, backends: readonly Backend[]): void {
    const { namespace, name, labels } = service.metadata;
    const subsets = subsetsOf(service, backends);
    const existing = cluster.get(ENDPOINTS, namespace, name);
    if (existing !== undefined) {
      cluster.modify(ENDPOINTS, existing, (copy) => {
        if (subsets.length === 0) delete copy.subsets;
        else copy.subsets = subsets;
      });
      return;
    }
    store.create(ENDPOINTS, {
      apiVersion: 'v1',
      kind: 'Endpoints',
      metadata: {
        name,
        ...(namespace === undefined ? {} : { namespace }),
        ...(labels === undefined ? {} : { labels: { ...labels } }),
        annotations: { [LAST_CHANGE]: service.metadata.creationTimestamp },
      },
      ...(subsets.length === 0 ? {} : { subsets }),
    });
  }

  function writeSlices(service: Service, wanted: readonly Slice[]): void {
    const { namespace, name, labels } = service.metadata;
    const spare = cluster
      .controlledBy(SLICES, service)
      .filter(({ metadata }) => metadata.labels?.[MANAGED_BY] === CONTROLLER);
    for (const slice of wanted) {
      const sameFamily = spare.filter(({ addressType }) => addressType === slice.addressType);
      const existing = sameFamily.find(({ ports }) => sameJson(ports, slice.ports)) ?? sameFamily[0];
      if (existing !== undefined) {
        spare.splice(spare.indexOf(existing), 1);
        cluster.modify(SLICES, existing, (copy) => void Object.assign(copy, slice));
        continue;
      }
      const generateName = `${name}-`;
      store.create(SLICES, {
        apiVersion: 'discovery.k8s.io/v1',
        kind: 'EndpointSlice',
        metadata: {
          generateName,
          name: generateName + random.suffix(),
          ...(namespace === undefined ? {} : { namespace }),
          labels: { ...labels, [MANAGED_BY]: CONTROLLER, [SERVICE_NAME]: name },
          ownerReferences: [controllerReference(service)],
        },
        ...slice,
      });
    }
    for (const slice of spare) cluster.delete(SLICES, slice);
  }
}

interface Slice {
  addressType: Family;
  endpoints: object[];
  ports: BackendPort[];
}

function selects({ spec }: Service, pod: Pod): boolean {
  return spec.selector !== undefined && matchesLabels(spec.selector, pod.metadata.labels);
}

/** One slice for each set of ports; an empty one where there is no Pod. */
function slicesOf(service: Service, backends: readonly Backend[], addressType: Family): Slice[] {
  if (backends.length === 0) return [{ addressType, endpoints: [], ports: [] }];
  return groupByPorts(service, backends).map(({ ports, members }) => ({
    addressType,
    ports,
    endpoints: members.map(({ pod, address, ready, serving, terminating }) => ({
      addresses: [address],
      conditions: { ready, serving, terminating },
      ...(pod.spec.nodeName === undefined ? {} : { nodeName: pod.spec.nodeName }),
      targetRef: referenceTo(pod),
    })),
  }));
}

function subsetsOf(service: Service, backends: readonly Backend[]): EndpointSubset[] {
  const staying = backends.filter(({ terminating }) => !terminating);
  return groupByPorts(service, staying).map(({ ports, members }) => {
    const addresses = members.filter(({ ready }) => ready).map(addressOf);
    const notReadyAddresses = members.filter(({ ready }) => !ready).map(addressOf);
    return {
      ...(addresses.length === 0 ? {} : { addresses }),
      ...(notReadyAddresses.length === 0 ? {} : { notReadyAddresses }),
      // An EndpointSlice says that a port has no name, Endpoints leave it out.
      ports: ports.map(({ name, ...port }) => (name === '' ? port : { name, ...port })),
    };
  });
}

function groupByPorts(service: Service, backends: readonly Backend[]) {
  const groups: { ports: BackendPort[]; members: Backend[] }[] = [];
  for (const backend of backends) {
    const ports = backendPorts(service, backend.pod);
    const group = groups.find((other) => sameJson(other.ports, ports));
    if (group === undefined) groups.push({ ports, members: [backend] });
    else group.members.push(backend);
  }
  return groups;
}

function addressOf({ pod, address }: Backend) {
  const { nodeName } = pod.spec;
  return { ip: address, ...(nodeName === undefined ? {} : { nodeName }), targetRef: referenceTo(pod) };
}

function referenceTo({ metadata }: Pod) {
  const { namespace, name, uid } = metadata;
  return { kind: 'Pod', ...(namespace === undefined ? {} : { namespace }), name, uid };
}
