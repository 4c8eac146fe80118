import { known } from '../../cluster-view.ts';
import { neededDevices } from '../../workload/device-resources.ts';
import type { Draft } from '../../workload/draft.ts';
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
