import { known } from '../../cluster-view.ts';
import { interfaceNames } from '../../multus/networks.ts';
import { attachmentIdOf, overlayStanding, type ResolvedNic } from '../../spiderpool/resolve-nics.ts';
import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { repeatedIndexes } from '../repeated.ts';
import { error, warning, when } from '../report.ts';
import { isDnsLabel, isDnsSubdomain } from '../syntax.ts';

/**
 * Each added NIC has an attachment, written `namespace/name` (R15, R20): a bare name means the Pod's namespace on an
 * added NIC. On eth0 it means that of Multus, which is Spiderpool's (domain reference 1.9): it works where it is found,
 * and `checkAttachments` speaks where it is not.
 */
export function checkAttachmentNames(_: Draft, { nics }: CheckContext): readonly Finding[] {
  return nics.flatMap(({ nic, path, index, interfaceName, resolution }) => {
    const at = `${path}.attachment`;
    if (nic.attachment === '') {
      return when(index !== 'eth0', error('nic.attachmentRequired', at, { nic: interfaceName }));
    }
    if (index === 'eth0' && isDnsSubdomain(nic.attachment)) {
      const { attachment } = nic;
      const id = attachmentIdOf(resolution);
      const found = resolution.state === 'found';
      return when(found, warning('nic.attachmentBare', at, { nic: interfaceName, attachment, id }));
    }
    const [namespace = '', name = '', ...more] = nic.attachment.split('/');
    const sound = more.length === 0 && isDnsLabel(namespace) && isDnsSubdomain(name);
    return when(!sound, error('nic.attachmentSyntax', at, { nic: interfaceName }));
  });
}

/** Chosen attachments are there and can be read, and no added NIC has an overlay (R15). */
export function checkAttachments(_: Draft, context: CheckContext): readonly Finding[] {
  return context.nics
    .filter(({ nic }) => nic.attachment !== '')
    .flatMap((nic) => checkAttachment(nic, context));
}

function checkAttachment(
  { nic, path, index, interfaceName, resolution }: ResolvedNic,
  { nics, view }: CheckContext,
): readonly Finding[] {
  const at = `${path}.attachment`;
  const params = { nic: interfaceName, attachment: nic.attachment };
  switch (resolution.state) {
    case 'none':
    case 'nodeFile':
    case 'unverified':
      return [];
    case 'missing': {
      const name = resolution.id.slice(resolution.id.indexOf('/') + 1);
      const elsewhere = (known(view.attachments) ?? []).filter((attachment) => attachment.name === name);
      if (elsewhere.length === 0) return [error('nic.attachmentUnknown', at, params)];
      const ids = elsewhere.map(({ id }) => id).join(', ');
      return [error('nic.attachmentElsewhere', at, { ...params, ids })];
    }
    case 'found': {
      const { attachment } = resolution;
      if (attachment.config.kind === 'unreadable') return [error('nic.attachmentUnreadable', at, params)];
      const overlay = index === 'eth0' ? 'no' : overlayStanding(attachment, nics[0], view);
      return [
        ...when(overlay === 'yes', error('nic.overlayAdded', at, params)),
        ...when(overlay === 'maybe', warning('nic.fileAdded', at, params)),
      ];
    }
  }
}

/** Custom interface names: what Linux and Multus take (`parsePodNetworkAnnotation`), none of them twice. */
export function checkInterfaceNames({ network }: Draft): readonly Finding[] {
  const names = ['eth0', ...interfaceNames(network.nics)];
  const at = (index: number): string => `network.nics.${index}.interfaceName`;
  return [
    ...network.nics.flatMap(({ interfaceName }, index) =>
      when(
        interfaceName !== '' && !/^[^/\s:@,]{1,15}$/.test(interfaceName),
        error('nic.interfaceSyntax', at(index)),
      ),
    ),
    ...repeatedIndexes(names).map((position) =>
      error('nic.interfaceRepeated', at(position - 1), { name: names[position] ?? '' }),
    ),
  ];
}
