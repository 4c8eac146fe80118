import { interfaceNames } from '../../multus/networks.ts';
import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { repeatedIndexes } from '../repeated.ts';
import { error, warning, when } from '../report.ts';
import { isDnsLabel, isDnsSubdomain } from '../syntax.ts';
import { nicFacts, type NicFacts } from './nic-facts.ts';

/** Each added NIC has an attachment, written `namespace/name` (R15, R20: a bare name means another namespace in each annotation). */
export function checkAttachmentNames(draft: Draft, context: CheckContext): readonly Finding[] {
  return nicFacts(draft, context).flatMap(({ nic, path, index, interfaceName }) => {
    const at = `${path}.attachment`;
    if (nic.attachment === '') {
      return when(index !== 'eth0', error('nic.attachmentRequired', at, { nic: interfaceName }));
    }
    const parts = nic.attachment.split('/');
    const [namespace = '', name = ''] = parts;
    const sound = parts.length === 2 && isDnsLabel(namespace) && isDnsSubdomain(name);
    return when(!sound, error('nic.attachmentSyntax', at, { nic: interfaceName }));
  });
}

/** What is known of the attachments: there, readable, and no overlay on an added NIC (R15; Multus would add a second overlay). */
export function checkAttachments(draft: Draft, context: CheckContext): readonly Finding[] {
  return nicFacts(draft, context).flatMap((facts) => {
    if (facts.nic.attachment === '' || context.attachments === null) return [];
    return checkAttachment(facts);
  });
}

function checkAttachment({ nic, path, index, interfaceName, attachment }: NicFacts): readonly Finding[] {
  const at = `${path}.attachment`;
  const params = { nic: interfaceName, attachment: nic.attachment };
  if (attachment === undefined) return [error('nic.attachmentUnknown', at, params)];
  const { config } = attachment;
  switch (config.kind) {
    case 'unreadable':
      return [warning('nic.attachmentUnreadable', at, params)];
    case 'file':
      return when(index !== 'eth0', error('nic.overlayAdded', at, params));
    case 'decoded':
      return when(index !== 'eth0' && config.overlay, error('nic.overlayAdded', at, params));
  }
}

/** Custom interface names: what Linux and Multus take (`parsePodNetworkAnnotation`), none of them twice. */
export function checkInterfaceNames({ network }: Draft): readonly Finding[] {
  const repeated = repeatedIndexes(['eth0', ...interfaceNames(network.nics)]);
  const at = (index: number): string => `network.nics.${index}.interfaceName`;
  return [
    ...network.nics.flatMap(({ interfaceName }, index) =>
      when(
        interfaceName !== '' && !/^[^/\s:@,]{1,15}$/.test(interfaceName),
        error('nic.interfaceSyntax', at(index)),
      ),
    ),
    ...repeated.map((position) =>
      error('nic.interfaceRepeated', at(position - 1), {
        name: interfaceNames(network.nics)[position - 1] ?? '',
      }),
    ),
  ];
}
