import { known } from '../../../domain/cluster-view.ts';
import { addressFamilies } from '../../../domain/ip/address.ts';
import { isShutOut, poolExplainer } from '../../../domain/spiderpool/eligibility.ts';
import { poolsByName } from '../../../domain/spiderpool/pool-index.ts';
import { useLanguage, useText } from '../../../i18n/useText.ts';
import { classNames } from '../../../ui/class-names.ts';
import { countText } from '../../../ui/stock/count-text.ts';
import { useNicScope } from '../nic-scope.ts';
import type { NicView, StockView } from '../nic-view.ts';
import styles from './PodPicture.module.css';

/** More pools than this of one family are counted, not drawn. */
const drawn = 2;

/** What a NIC's addresses come from: the subnet or pools of each family, or why there is none. */
export function StockBoxes({ nic }: { readonly nic: NicView }) {
  const t = useText();
  const { source, view, pod } = useNicScope();
  if (nic.addressing === 'cluster') return <Nothing text={t('picture.clusterNetwork')} />;
  if (nic.addressing === 'ownIpam') return <Nothing text={t('picture.ownIpam')} />;
  if (view.settings.source === 'none') return <Nothing text={t('picture.noSpiderpool')} />;
  const stocks = addressFamilies.flatMap((family) => {
    const explain = poolExplainer({ nic, family }, pod, view);
    const pools = poolsByName(known(view.pools) ?? []);
    return nic.stocks[family].slice(0, drawn).map((stock) => {
      const pool = stock.kind === 'pool' ? pools.get(stock.name) : undefined;
      const refused = pool !== undefined && isShutOut(explain(pool));
      return { stock, refused };
    });
  });
  if (stocks.length === 0) return <Nothing text={t(`picture.noStock.${source}`)} />;
  const more = nic.stocks.ipv4.length + nic.stocks.ipv6.length - stocks.length;
  return (
    <span className={styles['stocks']}>
      {stocks.map(({ stock, refused }) => (
        <StockBox key={`${stock.kind}/${stock.name}`} stock={stock} refused={refused} />
      ))}
      {more > 0 && <span className={styles['second']}>{t('picture.more', { count: more })}</span>}
    </span>
  );
}

function Nothing({ text }: { readonly text: string }) {
  return (
    <span className={styles['stocks']}>
      <span className={styles['second']}>{text}</span>
    </span>
  );
}

interface StockBoxProps {
  readonly stock: StockView;
  /** The pool will not serve the NIC: how much is free in it is of no use. */
  readonly refused: boolean;
}

function StockBox({ stock: { name, facts }, refused }: StockBoxProps) {
  const t = useText();
  const language = useLanguage();
  if (facts === undefined) {
    return (
      <span className={styles['box']} data-uncertain>
        <span className={styles['title']}>{name}</span>
        <span className={styles['second']}>{t('picture.unverified')}</span>
      </span>
    );
  }
  const { cidr, gateway, free, total } = facts;
  // Thousandths: enough for a bar, and exact for counts beyond what a number holds.
  const used = total === 0n ? 1000n : ((total - free) * 1000n) / total;
  return (
    <span className={styles['box']} data-uncertain={refused || undefined}>
      <span className={styles['line']}>
        <span className={styles['title']}>
          {name} <span className={styles['mono']}>{cidr}</span>
        </span>
        {gateway !== undefined && (
          <span className={classNames(styles['second'], styles['gateway'])}>
            {t('picture.gateway', { gateway })}
          </span>
        )}
      </span>
      {refused ? (
        <span className={styles['second']}>{t('picture.refused')}</span>
      ) : (
        <span className={styles['line']}>
          <span className={styles['bar']} aria-hidden>
            <span className={styles['used']} style={{ width: `${Number(used) / 10}%` }} />
          </span>
          <span className={styles['second']}>
            {t('picture.free', {
              free: countText(free, language),
              total: countText(total, language),
            })}
          </span>
        </span>
      )}
    </span>
  );
}
