import type { NicAddress, PodNic } from '../../domain/spiderpool/pod-addresses.ts';
import { useText } from '../../i18n/useText.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { NicName } from '../../ui/NicName.tsx';
import styles from './PodNicTable.module.css';

interface PodNicTableProps {
  podName: string;
  nics: readonly PodNic[];
}

/** One line for each NIC of a Pod. The widths are fixed, so that the tables of all Pods line up. */
export function PodNicTable({ podName, nics }: PodNicTableProps) {
  const t = useText();
  if (nics.length === 0) return null;
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} aria-label={t('pods.fold', { pod: podName })}>
        <colgroup>
          <col className={styles['interface']} />
          <col className={styles['attachment']} />
          <col className={styles['address']} />
          <col className={styles['address']} />
          <col className={styles['pool']} />
          <col className={styles['gateway']} />
          <col className={styles['more']} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('nic.interface')}</th>
            <th scope="col">{t('nic.attachment')}</th>
            <th scope="col">{t('nic.ipv4')}</th>
            <th scope="col">{t('nic.ipv6')}</th>
            <th scope="col">{t('nic.pool')}</th>
            <th scope="col">{t('nic.gateway')}</th>
            <th scope="col">{t('nic.more')}</th>
          </tr>
        </thead>
        <tbody>
          {nics.map((nic, index) => (
            <NicLine key={nic.interfaceName} nic={nic} index={index} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NicLine({ nic, index }: { nic: PodNic; index: number }) {
  const t = useText();
  const waiting = nic.state === 'waiting' && nic.ipv4 === undefined && nic.ipv6 === undefined;
  const pools = both(nic, ({ pool }) => pool);
  const gateways = both(nic, ({ gateway }) => gateway ?? '');
  const more = [nic.vlan === 0 ? '' : t('nic.vlan', { vlan: nic.vlan }), nic.mac ?? '', nic.device ?? ''];
  return (
    <tr>
      <th scope="row">
        <NicName index={index} name={nic.interfaceName} />
      </th>
      <td>{nic.attachment === '' ? '–' : nic.attachment}</td>
      <td>
        {waiting ? <span className={styles['quiet']}>{t('nic.notYet')}</span> : <Address of={nic.ipv4} />}
      </td>
      <td>{waiting ? '' : <Address of={nic.ipv6} />}</td>
      <td>{pools.length === 0 ? '–' : pools.map((pool) => <div key={pool}>{pool}</div>)}</td>
      <td className={styles['mono']}>
        {gateways.map((gateway) => (
          <div key={gateway}>{gateway}</div>
        ))}
      </td>
      <td className={styles['mono']}>
        {more
          .filter((text) => text !== '')
          .map((text) => (
            <div key={text}>{text}</div>
          ))}
      </td>
    </tr>
  );
}

function Address({ of }: { of: NicAddress | undefined }) {
  const t = useText();
  if (of === undefined) return <>–</>;
  return (
    <span className={styles['copyable']}>
      <span className={styles['mono']}>{of.address}</span>
      <CopyButton text={withoutPrefix(of.address)} label={t('nic.copyAddress', { address: of.address })} />
    </span>
  );
}

/** What of both families is not empty, each once. */
function both({ ipv4, ipv6 }: PodNic, pick: (address: NicAddress) => string): readonly string[] {
  const texts = [ipv4, ipv6].flatMap((address) => (address === undefined ? [] : [pick(address)]));
  return [...new Set(texts.filter((text) => text !== ''))];
}

function withoutPrefix(address: string): string {
  return address.split('/')[0] ?? address;
}
