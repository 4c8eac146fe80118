import { known, type ClusterView } from '../../cluster-view.ts';
import { type Attachment, usesSpiderpool } from '../../multus/attachment.ts';
import { attachmentsFor, explainAttachment } from '../../spiderpool/attachment-eligibility.ts';
import { removeNic, setAttachment } from '../../spiderpool/nic-actions.ts';
import { nicRows } from '../../spiderpool/nic-rows.ts';
import { podContextOf } from '../../spiderpool/pod-context.ts';
import type { NicIndex } from '../../spiderpool/with-nic.ts';
import type { Draft } from '../../workload/draft.ts';
import { withField } from '../../workload/draft-path.ts';
import { checkContext } from '../check-context.ts';
import { reachabilityDoubts } from '../nics/network-agreement.ts';
import { served } from './best-choice.ts';
import { fix, type Fix, type Fixer } from './fix.ts';
import { nicOf } from './nic-field.ts';

/** Another attachment where one will serve, else none: the NIC goes, and eth0 takes the cluster's default. */
const replace: Fixer = (finding, draft, view) => {
  const row = nicOf(finding, draft);
  if (row === undefined) return undefined;
  const { index, interfaceName } = row;
  for (const id of eligible(draft, index, view)) {
    const changed = withAttachment(draft, index, id, view);
    if (changed !== undefined) return fix('useInstead', changed, { name: id });
  }
  if (index === 'eth0') {
    const network = setAttachment(draft.network, 'eth0', '', view);
    return fix('clusterDefault', { ...draft, network });
  }
  return fix(
    'removeNic',
    { ...draft, network: removeNic(draft.network, index, view) },
    { nic: interfaceName },
  );
};

/** The same attachment, written with its namespace. */
const qualify: Fixer = (finding, draft) => {
  const { id } = finding.params;
  return typeof id === 'string'
    ? fix('useInstead', withField(draft, finding.path, id), { name: id })
    : undefined;
};

/** The attachment that was meant, where just one has the name. */
const sameName: Fixer = (finding, draft, view) => {
  const row = nicOf(finding, draft);
  if (row === undefined) return undefined;
  const name = row.nic.attachment.slice(row.nic.attachment.indexOf('/') + 1);
  const found = (known(view.attachments) ?? []).filter((attachment) => attachment.name === name);
  const works = found.filter(
    (attachment) =>
      explainAttachment(attachment, { network: draft.network, index: row.index }, podContextOf(draft), view)
        .verdict !== 'no',
  );
  const [only, ...more] = works;
  if (only === undefined || more.length > 0) return undefined;
  return takeAttachment(draft, row.index, only.id, view);
};

function takeAttachment(draft: Draft, index: NicIndex, id: string, view: ClusterView): Fix | undefined {
  const changed = withAttachment(draft, index, id, view);
  return changed && fix('useInstead', changed, { name: id });
}

/**
 * The draft with another attachment for the NIC, and with addresses for it; `undefined` where there are none, and where
 * those that it has are of another network than the attachment.
 */
function withAttachment(draft: Draft, index: NicIndex, id: string, view: ClusterView): Draft | undefined {
  const changed = { ...draft, network: setAttachment(draft.network, index, id, view) };
  const next = served(changed, index, view);
  return next === undefined || doubts(next, view) > doubts(draft, view) ? undefined : next;
}

function doubts(draft: Draft, view: ClusterView): number {
  return reachabilityDoubts(draft, checkContext(draft, view));
}

/** The attachments that will serve the NIC, those that no other NIC has first. */
function eligible(draft: Draft, index: NicIndex, view: ClusterView): readonly string[] {
  const used = new Set(nicRows(draft.network).map(({ nic }) => nic.attachment));
  const ids = attachmentsFor({ network: draft.network, index }, podContextOf(draft), view)
    .filter(({ verdict, attachment }) => verdict === 'eligible' && isInstalled(attachment, view))
    .map(({ attachment }) => attachment.id);
  return [...ids.filter((id) => !used.has(id)), ...ids.filter((id) => used.has(id))];
}

/** Without Spiderpool an attachment that asks it for addresses makes no NIC. */
function isInstalled(attachment: Attachment, { settings }: ClusterView): boolean {
  return settings.source !== 'none' || !usesSpiderpool(attachment);
}

/** Fixes of a NIC's attachment and of its name. */
export const attachmentFixes = {
  'nic.attachmentSyntax': sameName,
  'nic.attachmentBare': qualify,
  'nic.attachmentElsewhere': (finding, draft, view) =>
    sameName(finding, draft, view) ?? replace(finding, draft, view),
  'nic.attachmentUnknown': replace,
  'nic.attachmentUnreadable': replace,
  'nic.attachmentNoDevice': replace,
  'nic.overlayAdded': replace,
  'nic.fileAdded': replace,
  'nic.coordinatorMode': replace,
  'nic.needsSpiderpool': replace,
  'nic.interfaceSyntax': ({ path }, draft) => fix('clear', withField(draft, path, '')),
  'nic.interfaceRepeated': ({ path, params }, draft) => {
    const name = params['name'];
    const own = nicRows(draft.network).find((row) => `${row.path}.interfaceName` === path);
    const custom = own?.nic.interfaceName
      ? own
      : nicRows(draft.network).find(({ nic }) => nic.interfaceName === name);
    if (custom === undefined || custom.index === 'eth0') return undefined;
    const byPosition = `net${custom.index + 1}`;
    const renamed = withField(draft, `${custom.path}.interfaceName`, '');
    return fix('rename', renamed, { name: byPosition });
  },
} satisfies Partial<Record<string, Fixer>>;
