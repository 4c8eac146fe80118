import { known, type ClusterView } from '../../cluster-view.ts';
import { attachmentsById } from '../../multus/attachment-index.ts';
import { deviceNeedOf } from '../../multus/device-need.ts';
import { candidateNodes } from '../../node-facts.ts';
import { deviceNeeds, type NeededDevice } from '../../workload/device-resources.ts';
import type { Draft } from '../../workload/draft.ts';
import { parseQuantity } from '../../workload/quantity.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { error, warning, when } from '../report.ts';
import { integerIn } from '../syntax.ts';

/**
 * The containers ask for the devices that the NICs take (R12): SR-IOV, as many as NICs, or the CNI finds no virtual
 * function for one (`VF pci addr is required`); shared RDMA, one, or the Pods run without RDMA.
 */
export function checkDevices(draft: Draft, { view }: CheckContext): readonly Finding[] {
  return needsOf(draft, view).flatMap(({ name, count, shared }) => {
    const asked = askedOf(draft, name);
    const params = { name, count: String(count), asked };
    const path = 'network.deviceResources';
    return when(
      asked < count,
      shared ? warning('devices.rdmaMissing', path, params) : error('devices.missing', path, params),
    );
  });
}

/**
 * Some node on which the Pod may land has all devices that its NICs take (R12); else it stays Pending (`Insufficient`).
 * RDMA that is not asked for keeps no Pod away.
 */
export function checkDeviceNodes(draft: Draft, { view, pod }: CheckContext): readonly Finding[] {
  const nodes = known(view.nodes);
  if (nodes === undefined) return [];
  const needed = needsOf(draft, view).filter(({ name, shared }) => !shared || askedOf(draft, name) > 0);
  const able = candidateNodes(nodes, pod.nodeSelector, pod.tolerations).some(({ allocatable }) =>
    needed.every(({ name, count }) => amountOf(allocatable[name]) >= count),
  );
  if (needed.length === 0 || able) return [];
  const devices = needed.map(({ name, count }) => `${count} × ${name}`).join(', ');
  return [error('devices.noNode', 'network.deviceResources', { devices })];
}

/** What the NICs take; nothing where attachments may not be read. */
function needsOf({ network }: Draft, { attachments }: ClusterView): readonly NeededDevice[] {
  const byId = attachmentsById(known(attachments) ?? []);
  return deviceNeeds(network, (id) => deviceNeedOf(byId.get(id)));
}

/** How many of a resource the containers ask for together. */
function askedOf({ network, containers }: Draft, name: string): number {
  return [...network.deviceResources, ...containers.flatMap(({ resources }) => resources.extended)]
    .filter((row) => row.name === name && integerIn(row.count, 0, Number.MAX_SAFE_INTEGER))
    .reduce((sum, row) => sum + Number(row.count), 0);
}

/** A quantity of devices as a node says it; `0` for none and for what is no quantity. */
function amountOf(text: string | undefined): number {
  const quantity = parseQuantity(text ?? '');
  return quantity.ok ? Number(quantity.value.milli / 1000n) : 0;
}
