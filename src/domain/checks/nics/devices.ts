import { known } from '../../cluster-view.ts';
import { attachmentsById } from '../../multus/attachment-index.ts';
import { candidateNodes } from '../../node-facts.ts';
import { neededDevices } from '../../workload/device-resources.ts';
import type { Draft } from '../../workload/draft.ts';
import { parseQuantity } from '../../workload/quantity.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { error, when } from '../report.ts';
import { integerIn } from '../syntax.ts';

/**
 * SR-IOV: the containers ask for as many devices of each resource as NICs use it (R12). With fewer the CNI finds no
 * virtual function for the NIC (`VF pci addr is required`).
 */
export function checkDevices({ network, containers }: Draft, { view }: CheckContext): readonly Finding[] {
  const attachments = known(view.attachments);
  if (attachments === undefined) return [];
  const resources = new Map(attachments.map(({ id, resourceName }) => [id, resourceName]));
  const rows = [...network.deviceResources, ...containers.flatMap(({ resources }) => resources.extended)];
  return neededDevices(network, (id) => resources.get(id)).flatMap(({ name, count }) => {
    const asked = rows
      .filter((row) => row.name === name && integerIn(row.count, 0, Number.MAX_SAFE_INTEGER))
      .reduce((sum, row) => sum + Number(row.count), 0);
    const params = { name, count, asked };
    return when(asked < Number(count), error('devices.missing', 'network.deviceResources', params));
  });
}

/** Some node on which the Pod may land has all devices that its NICs take (R12); else it stays Pending (`Insufficient`). */
export function checkDeviceNodes({ network }: Draft, { view, pod }: CheckContext): readonly Finding[] {
  const attachments = known(view.attachments);
  const nodes = known(view.nodes);
  if (attachments === undefined || nodes === undefined) return [];
  const byId = attachmentsById(attachments);
  const needed = neededDevices(network, (id) => byId.get(id)?.resourceName);
  const able = candidateNodes(nodes, pod.nodeSelector, pod.tolerations).some(({ allocatable }) =>
    needed.every(({ name, count }) => amountOf(allocatable[name]) >= Number(count)),
  );
  if (needed.length === 0 || able) return [];
  const devices = needed.map(({ name, count }) => `${count} × ${name}`).join(', ');
  return [error('devices.noNode', 'network.deviceResources', { devices })];
}

/** A quantity of devices as a node says it; `0` for none and for what is no quantity. */
function amountOf(text: string | undefined): number {
  const quantity = parseQuantity(text ?? '');
  return quantity.ok ? Number(quantity.value.milli / 1000n) : 0;
}
