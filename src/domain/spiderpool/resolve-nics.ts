import { known } from '../cluster-view.ts';
import type { ClusterView } from '../cluster-view.ts';
import { attachmentsById } from '../multus/attachment-index.ts';
import { isOverlay, usesSpiderpool } from '../multus/attachment.ts';
import type { Attachment } from '../multus/attachment.ts';
import type { NetworkDraft } from '../workload/draft.ts';
import { nicRows } from './nic-rows.ts';
import type { NicRow } from './nic-rows.ts';

/** What stands behind a NIC's attachment in this cluster. */
export type AttachmentResolution =
  /** An added NIC for which none is chosen yet. */
  | { readonly state: 'none' }
  /** eth0 of a cluster that names no attachment: the node's CNI file decides. Taken for an overlay (1.7). */
  | { readonly state: 'nodeFile' }
  | { readonly state: 'found'; readonly id: string; readonly attachment: Attachment }
  | { readonly state: 'missing'; readonly id: string }
  /** The attachments cannot be read. */
  | { readonly state: 'unverified'; readonly id: string };

export interface ResolvedNic extends NicRow {
  readonly resolution: AttachmentResolution;
  /** Whether the NIC asks Spiderpool for its addresses; `unknown` when its attachment is. */
  readonly spiderpool: 'yes' | 'no' | 'unknown';
}

/**
 * Each NIC with its attachment. eth0 without one is the cluster network of `spiderpool-conf`, else the node's CNI
 * file; a bare name on eth0 belongs to Spiderpool's namespace (domain reference 1.7 and 1.9). Where that is not known,
 * the only attachment of the name is taken.
 */
export function resolveNics(network: NetworkDraft, view: ClusterView): readonly ResolvedNic[] {
  const find = attachmentFinder(view);
  return nicRows(network).map((row): ResolvedNic => {
    const resolution = find(row);
    return { ...row, resolution, spiderpool: asksSpiderpool(resolution) };
  });
}

/** `namespace/name` of a resolved attachment, `''` where none is known. */
export function attachmentIdOf(resolution: AttachmentResolution): string {
  return resolution.state === 'none' || resolution.state === 'nodeFile' ? '' : resolution.id;
}

/** Whether eth0 is an overlay; then added NICs may be anything but overlays, as they may else (R15). */
export function isOverlayResolution(resolution: AttachmentResolution): boolean {
  return (
    resolution.state === 'nodeFile' || (resolution.state === 'found' && isOverlay(resolution.attachment))
  );
}

/**
 * Whether an attachment is an overlay, which only eth0 may have (R15). Of a CNI file of the nodes that is known where it
 * is the cluster network or what eth0 stands on; of another one nobody here knows what is in it.
 */
export function overlayStanding(
  attachment: Attachment,
  eth0: ResolvedNic | undefined,
  { settings }: ClusterView,
): 'yes' | 'maybe' | 'no' {
  if (attachment.config.kind !== 'file') return isOverlay(attachment) ? 'yes' : 'no';
  const { id } = attachment;
  const isClusterNetwork = id === withNamespace(settings.clusterNetwork, settings.namespace);
  return isClusterNetwork || (eth0 && attachmentIdOf(eth0.resolution) === id) ? 'yes' : 'maybe';
}

function withNamespace(name: string, namespace: string): string {
  return name.includes('/') || namespace === '' ? name : `${namespace}/${name}`;
}

function attachmentFinder(view: ClusterView): (row: NicRow) => AttachmentResolution {
  const { settings } = view;
  const attachments = known(view.attachments);
  const byId = attachments && attachmentsById(attachments);
  return ({ index, nic }) => {
    const named = nic.attachment || (index === 'eth0' ? settings.clusterNetwork : '');
    if (named === '') return { state: index === 'eth0' ? 'nodeFile' : 'none' };
    const id = withNamespace(named, settings.namespace);
    if (!byId) return { state: 'unverified', id };
    if (!id.includes('/')) return ofName(named, attachments);
    const attachment = byId.get(id);
    return attachment ? { state: 'found', id, attachment } : { state: 'missing', id };
  };
}

function ofName(name: string, attachments: readonly Attachment[]): AttachmentResolution {
  const [only, ...more] = attachments.filter((attachment) => attachment.name === name);
  if (only === undefined) return { state: 'missing', id: name };
  return more.length > 0
    ? { state: 'unverified', id: name }
    : { state: 'found', id: only.id, attachment: only };
}

function asksSpiderpool(resolution: AttachmentResolution): ResolvedNic['spiderpool'] {
  switch (resolution.state) {
    case 'found':
      if (resolution.attachment.config.kind === 'unreadable') return 'unknown';
      return usesSpiderpool(resolution.attachment) ? 'yes' : 'no';
    case 'nodeFile':
      return 'no';
    case 'none':
    case 'missing':
    case 'unverified':
      return 'unknown';
  }
}
