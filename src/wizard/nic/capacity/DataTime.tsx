import { resources } from '../../../cluster/resources.ts';
import { useListTime } from '../../../cluster/useListTime.ts';
import { useLanguage, useText } from '../../../i18n/useText.ts';
import { useNicScope } from '../nic-scope.ts';
import styles from './DataTime.module.css';

/** A forecast is as good as the last that was heard of its objects: others draw from the same pools meanwhile. */
export function DataTime({ of }: { readonly of: 'ipPools' | 'subnets' }) {
  const t = useText();
  const language = useLanguage();
  const { cluster } = useNicScope();
  const { state, changedAt } = useListTime(cluster, resources[of]);
  if (changedAt === undefined || (state.phase !== 'live' && state.phase !== 'stale')) return undefined;
  const at = state.phase === 'stale' ? state.since : changedAt;
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(at);
  return <p className={styles.time}>{t(`capacity.asOf.${state.phase}`, { time })}</p>;
}
