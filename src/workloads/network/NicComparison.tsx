import { Skeleton } from 'antd';
import type { ListState } from '../../cluster/list-state.ts';
import { addressFamilies } from '../../domain/ip/address.ts';
import { askedNames } from '../../domain/spiderpool/nic-comparison.ts';
import type { NicRow } from '../../domain/spiderpool/nic-rows.ts';
import { familyName } from '../../domain/spiderpool/reason.ts';
import type { AddressSource } from '../../domain/workload/draft.ts';
import { useText, type Translate } from '../../i18n/useText.ts';
import { ApiErrorNote } from '../../ui/ApiErrorNote.tsx';
import { NicName } from '../../ui/NicName.tsx';
import { StatusDot } from '../StatusDot.tsx';
import type { NicRemark, NicSummaries, NicSummary } from './nic-summary.ts';
import styles from './NetworkTab.module.css';

interface NicComparisonProps {
  /** What is known of the reported NICs. */
  state: ListState;
  summaries: NicSummaries;
  source: AddressSource;
}

/** Requested and reported NICs side by side: what is missing, too many, or not as asked for, with the Pods. */
export function NicComparison(props: NicComparisonProps) {
  const t = useText();
  return (
    <section className={styles['card']} aria-labelledby="nics-title">
      <header className={styles['head']}>
        <h2 id="nics-title">{t('compare.title')}</h2>
        <span className={styles['second']}>{t('compare.detail')}</span>
      </header>
      <ComparisonOrReason {...props} />
    </section>
  );
}

function ComparisonOrReason({ state, summaries, source }: NicComparisonProps) {
  const t = useText();
  if (state.phase === 'forbidden' || state.phase === 'failed') return <ApiErrorNote error={state.error} />;
  if (state.phase === 'listing') return <Skeleton active title={false} />;
  return (
    <>
      <div className={styles['scroll']}>
        <table className={styles['table']} aria-labelledby="nics-title">
          <thead>
            <tr>
              <th scope="col">{t('nic.interface')}</th>
              <th scope="col">{t('compare.asked')}</th>
              <th scope="col">{t('compare.reported')}</th>
            </tr>
          </thead>
          <tbody>
            {summaries.nics.map((nic) => (
              <NicLine key={nic.interfaceName} nic={nic} source={source} />
            ))}
          </tbody>
        </table>
      </div>
      {summaries.counts.map(({ asked, reported, pods }) => (
        <StatusDot key={`${asked} ${reported}`} tone="bad">
          {t('compare.count', { asked, reported, pods: podNames(pods, t) })}
        </StatusDot>
      ))}
    </>
  );
}

function NicLine({ nic, source }: { nic: NicSummary; source: AddressSource }) {
  const t = useText();
  const { interfaceName, position, asked, same, total, remarks } = nic;
  return (
    <tr>
      <th scope="row">
        <NicName index={position} name={interfaceName} />
      </th>
      <td>{asked === undefined ? t('compare.notAsked') : <Asked row={asked} source={source} />}</td>
      <td>
        {total === 0 && t('compare.noPods')}
        {same > 0 && <StatusDot tone="good">{t('compare.same', { count: same, total })}</StatusDot>}
        {remarks.map((remark) => (
          <div key={JSON.stringify(remark.difference)}>
            <StatusDot tone={remark.difference.kind === 'waiting' ? 'busy' : 'bad'}>
              {remarkText(remark, t)}
            </StatusDot>
          </div>
        ))}
      </td>
    </tr>
  );
}

function Asked({ row, source }: { row: NicRow; source: AddressSource }) {
  const t = useText();
  const { nic, index } = row;
  const names = addressFamilies.flatMap((family) => askedNames(nic, source, family)).join(', ');
  return (
    <>
      {nic.attachment === '' ? t('compare.defaultNetwork') : nic.attachment}
      {(names !== '' || (source === 'default' && index !== 'eth0')) && (
        <div className={styles['second']}>
          {source === 'default'
            ? t('compare.default')
            : t(source === 'fixed' ? 'compare.fixed' : 'compare.pools', { names })}
        </div>
      )}
    </>
  );
}

function remarkText({ difference, pods: all }: NicRemark, t: Translate): string {
  const pods = podNames(all, t);
  switch (difference.kind) {
    case 'waiting':
    case 'missing':
    case 'extra':
      return t(`compare.${difference.kind}`, { pods });
    case 'otherAttachment':
      return t('compare.otherAttachment', { reported: difference.reported, pods });
    case 'otherPool':
      return t('compare.otherPool', { pool: difference.pool, pods });
    case 'noAddress':
      return t('compare.noAddress', { family: familyName(difference.family), pods });
    case 'sameAddress':
      return t('compare.sameAddress', { address: difference.address, other: difference.other, pods });
  }
}

/** Names of Pods that are told one by one; of the rest, how many. */
const told = 3;

function podNames(pods: readonly string[], t: Translate): string {
  const names = pods.slice(0, told).join(', ');
  return pods.length <= told ? names : t('compare.more', { pods: names, count: pods.length - told });
}
