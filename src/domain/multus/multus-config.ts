import { decodeMeta, type Undecodable } from '../kubernetes-object.ts';
import { parsed, type Parsed } from '../parsed.ts';
import { recordAt, textAt } from '../untyped.ts';
import type { Attachment } from './attachment.ts';

/** What a SpiderMultusConfig says of the attachment that Spiderpool makes of it and that is not on the attachment. */
export interface MultusConfig {
  /** `namespace/name` of the attachment. */
  readonly attachment: string;
  /** `rdmaResourceName`: the extended resource by which a Pod gets at the RDMA devices behind the attachment. */
  readonly rdmaResourceName?: string;
}

/** The name of the attachment, where it is not that of the config. */
const ATTACHMENT_NAME = 'multus.spidernet.io/cr-name';

/** The CNI types that may have an RDMA resource beside them (domain reference 2.5); SR-IOV's own is on the attachment. */
const shared: readonly string[] = ['macvlan', 'ipvlan', 'vlan', 'ipoib'];

/** Reads a SpiderMultusConfig (domain reference 1.9 and 2.5). */
export function decodeMultusConfig(object: unknown): Parsed<MultusConfig, Undecodable> {
  const meta = decodeMeta(object);
  if (!meta.ok) return meta;
  const { namespace, name, annotations } = meta.value;
  const spec = recordAt(object, 'spec');
  const type = textAt(spec, 'cniType') ?? '';
  const rdma = shared.includes(type) ? textAt(recordAt(spec, type), 'rdmaResourceName') : undefined;
  return parsed({
    attachment: `${namespace}/${annotations[ATTACHMENT_NAME] || name}`,
    ...(rdma === undefined ? {} : { rdmaResourceName: rdma }),
  });
}

/**
 * The attachments with the RDMA resources of the configs that they were made of. Those that need none stay the objects
 * that they are; where none does, so does the list.
 */
export function withRdmaResources(
  attachments: readonly Attachment[],
  configs: readonly MultusConfig[],
): readonly Attachment[] {
  const rdma = new Map(
    configs.flatMap(({ attachment, rdmaResourceName }) =>
      rdmaResourceName === undefined ? [] : [[attachment, rdmaResourceName] as const],
    ),
  );
  if (rdma.size === 0) return attachments;
  return attachments.map((attachment) => {
    const rdmaResourceName = rdma.get(attachment.id);
    return rdmaResourceName === undefined ? attachment : { ...attachment, rdmaResourceName };
  });
}
