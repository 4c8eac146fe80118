import { CheckOutlined, CloseOutlined, WarningFilled } from '@ant-design/icons';
import { useText } from '../../../i18n/useText.ts';
import { ForReaders } from '../../../ui/ForReaders.tsx';
import styles from './ReasonList.module.css';

/** One thing that is looked at, in its turn. */
export interface RuleLine {
  readonly outcome: 'pass' | 'conditional' | 'fail';
  /** What is asked: "any node", "only for Pods with app=web". */
  readonly text: string;
  /** The words in which the cluster will say it. */
  readonly upstream?: string | undefined;
}

interface ReasonListProps {
  readonly title: string;
  readonly rules: readonly RuleLine[];
  /** What would make it work. */
  readonly remedies: readonly string[];
}

/** Every rule in the order in which the cluster looks, so that the first that fails is the one that an Event will name. */
export function ReasonList({ title, rules, remedies }: ReasonListProps) {
  const t = useText();
  return (
    <>
      <p className={styles.title}>
        <strong>{title}</strong> {t('picker.order')}
      </p>
      <ol className={styles.rules}>
        {rules.map((rule) => (
          <li key={`${rule.text} ${rule.upstream ?? ''}`} data-outcome={rule.outcome}>
            <OutcomeIcon outcome={rule.outcome} />
            <ForReaders>{t(`picker.outcome.${rule.outcome}`)}</ForReaders>
            <span>
              {rule.text}{' '}
              {rule.upstream !== undefined && <code className={styles.upstream}>{rule.upstream}</code>}
            </span>
          </li>
        ))}
      </ol>
      {remedies.map((remedy) => (
        <p key={remedy} className={styles.remedy}>
          {remedy}
        </p>
      ))}
    </>
  );
}

function OutcomeIcon({ outcome }: { readonly outcome: RuleLine['outcome'] }) {
  switch (outcome) {
    case 'pass':
      return <CheckOutlined aria-hidden />;
    case 'conditional':
      return <WarningFilled aria-hidden />;
    case 'fail':
      return <CloseOutlined aria-hidden />;
  }
}
