import type { ClusterView, Knowledge } from '../src/domain/cluster-view.ts';
import { decodeAttachment } from '../src/domain/multus/attachment.ts';
import { decodeNamespace } from '../src/domain/namespace-facts.ts';
import { decodeNode } from '../src/domain/node-facts.ts';
import type { Parsed } from '../src/domain/parsed.ts';
import { decodePool } from '../src/domain/spiderpool/decode-pool.ts';
import { decodeSubnet } from '../src/domain/spiderpool/decode-subnet.ts';
import { decodeReserved, reservedAddresses } from '../src/domain/spiderpool/reserved.ts';
import { decodeSettings } from '../src/domain/spiderpool/settings.ts';
import { textAt, valueAt } from '../src/domain/untyped.ts';
import type { ConformanceCluster } from './conformance-cluster.ts';

/** The cluster as the console sees it that may read everything. */
export async function viewOf(cluster: ConformanceCluster): Promise<ClusterView> {
  const configMaps = await cluster.list('ConfigMap');
  const settings = configMaps.find(
    (object) => textAt(valueAt(object, 'metadata'), 'name') === 'spiderpool-conf',
  );
  return {
    attachments: known(decodedAll(await cluster.list('NetworkAttachmentDefinition'), decodeAttachment)),
    pools: known(decodedAll(await cluster.list('SpiderIPPool'), decodePool)),
    subnets: known(decodedAll(await cluster.list('SpiderSubnet'), decodeSubnet)),
    reserved: known(reservedAddresses(decodedAll(await cluster.list('SpiderReservedIP'), decodeReserved))),
    namespaces: known(decodedAll(await cluster.list('Namespace'), decodeNamespace)),
    nodes: known(decodedAll(await cluster.list('Node'), decodeNode)),
    // Drawn clusters have none of these.
    multusConfigs: known([]),
    coordinators: known([]),
    autoscalers: known([]),
    settings: decodeSettings(settings),
  };
}

/** @throws Error for an object that a decoder refuses: the API sends none */
export function decodedAll<Value>(
  objects: readonly unknown[],
  decode: (object: unknown) => Parsed<Value, { code: string }>,
): readonly Value[] {
  return objects.map((object) => {
    const result = decode(object);
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  });
}

function known<Value>(value: Value): Knowledge<Value> {
  return { state: 'known', value };
}
