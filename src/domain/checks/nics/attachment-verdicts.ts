import { isDeviceCniType, isKnownCniType } from '../../multus/cni-config.ts';
import { isOverlayResolution, type ResolvedNic } from '../../spiderpool/resolve-nics.ts';
import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { error, note, when } from '../report.ts';

/** Attachments that exist and will not make a NIC all the same, or that nobody here knows (domain reference 1.9, 2.6). */
export function checkAttachmentVerdicts(_: Draft, { nics }: CheckContext): readonly Finding[] {
  const overlay = nics[0] !== undefined && isOverlayResolution(nics[0].resolution);
  return nics.filter(({ nic }) => nic.attachment !== '').flatMap((nic) => checkVerdict(nic, overlay));
}

function checkVerdict(
  { resolution, path, index, interfaceName }: ResolvedNic,
  overlay: boolean,
): readonly Finding[] {
  if (resolution.state !== 'found') return [];
  const { id, config, resourceName } = resolution.attachment;
  if (config.kind !== 'decoded') return [];
  const at = `${path}.attachment`;
  const params = { nic: interfaceName, attachment: id };
  const { cniType, coordinatorMode } = config;
  return [
    ...when(!isKnownCniType(cniType), note('nic.attachmentType', at, { ...params, cniType })),
    ...when(
      isDeviceCniType(cniType) && resourceName === undefined,
      error('nic.attachmentNoDevice', at, params),
    ),
    ...when(
      index !== 'eth0' && overlay && coordinatorMode === 'underlay',
      error('nic.coordinatorMode', at, params),
    ),
  ];
}

/**
 * The cluster has what NICs need: without Multus the annotations say nothing to anybody, and without Spiderpool a NIC
 * that takes its addresses from it cannot be made.
 */
export function checkInstalled({ network }: Draft, { nics, view }: CheckContext): readonly Finding[] {
  if (view.attachments.state === 'absent') {
    const asked = network.nics.length > 0 || network.eth0.attachment !== '';
    return when(asked, error('network.noMultus', 'network.nics'));
  }
  if (view.settings.source !== 'none') return [];
  return nics.flatMap(({ spiderpool, path, interfaceName }) =>
    when(spiderpool === 'yes', error('nic.needsSpiderpool', `${path}.attachment`, { nic: interfaceName })),
  );
}
