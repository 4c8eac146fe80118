import { type DeviceNeed, deviceNeedOf } from '../../../domain/multus/device-need.ts';
import { useText } from '../../../i18n/useText.ts';
import { MonoText } from '../../../ui/MonoText.tsx';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import { Note } from '../Note.tsx';
import { devicesByNode } from './attachment-options.ts';
import { defaultPoolsOf } from './attachment-words.ts';

const defaultNetworkKey = 'v1.multus-cni.io/default-network';
const networksKey = 'k8s.v1.cni.cncf.io/networks';

/** Under the chosen attachment: its default pools, the devices that it takes, and what is written for it. */
export function AttachmentNotes({ nic }: { readonly nic: NicView }) {
  const t = useText();
  const { network } = useNicScope();
  const { attachment } = nic.nic;
  const found = nic.resolution.state === 'found' ? nic.resolution.attachment : undefined;
  const pools = found === undefined || network.source === 'default' ? [] : defaultPoolsOf(found);
  const need = deviceNeedOf(found);
  return (
    <>
      {attachment !== '' && (
        <Note tone="quiet">
          <MonoText>
            {nic.index === 'eth0' ? defaultNetworkKey : networksKey}:{' '}
            {written(attachment, nic.nic.interfaceName)}
          </MonoText>
          {pools.length > 0 && ` · ${t('attachment.defaults', { pools: pools.join(', ') })}`}
        </Note>
      )}
      {need !== undefined && <DeviceNote need={need} />}
      {nic.addressing === 'ownIpam' && <Note tone="note">{t('nic.ownIpam')}</Note>}
      {nic.index === 'eth0' && nic.addressing === 'spiderpool' && (
        <Note tone="note">{t('nic.eth0.underlay')}</Note>
      )}
    </>
  );
}

function written(attachment: string, interfaceName: string): string {
  return interfaceName === '' ? attachment : `${attachment}@${interfaceName}`;
}

/** SR-IOV and RDMA: devices of the node, asked for in the first container (S23). */
function DeviceNote({ need }: { readonly need: DeviceNeed }) {
  const t = useText();
  const resource = need.name;
  const { view, network } = useNicScope();
  const asked = network.deviceResources.find(({ name }) => name === resource)?.count ?? '0';
  const nodes = devicesByNode(view, resource);
  return (
    <Note tone="note">
      {t(need.shared ? 'nic.device.shared' : 'nic.device', { resource })}{' '}
      {asked !== '0' && t('nic.device.added', { count: asked })}{' '}
      {nodes.length > 0 &&
        t('nic.device.nodes', { nodes: nodes.map(({ name, count }) => `${name} ${count}`).join(', ') })}
    </Note>
  );
}
