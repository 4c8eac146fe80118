import { CloseOutlined } from '@ant-design/icons';
import { isShutOut } from '../../../domain/spiderpool/eligibility.ts';
import { type Translate, useLanguage, useText } from '../../../i18n/useText.ts';
import { countText } from '../../../ui/stock/count-text.ts';
import type { ChosenPool, ChosenState } from './chosen-pools.ts';
import styles from './ChosenPools.module.css';

interface ChosenPoolsProps {
  readonly chosen: readonly ChosenPool[];
  /** An error stands at the field; else a pool that will not work is one that is merely not used. */
  readonly broken: boolean;
  readonly onRemove: (name: string) => void;
}

/** One chip for each chosen pool, with what is left in it. */
export function ChosenPools({ chosen, broken, onRemove }: ChosenPoolsProps) {
  const t = useText();
  const language = useLanguage();
  return (
    <ul className={styles.chips} aria-label={t('nic.pools.chosen')}>
      {chosen.map(({ name, state }) => (
        <li
          key={name}
          className={styles.chip}
          data-state={state.kind === 'no' && !broken ? 'idle' : state.kind}
        >
          <span className={styles.name}>{name}</span>
          <span className={styles.rest}>{stateText(state, t, language)}</span>
          <button type="button" aria-label={t('nic.pools.remove', { name })} onClick={() => onRemove(name)}>
            <CloseOutlined aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

function stateText(state: ChosenState, t: Translate, language: string): string {
  switch (state.kind) {
    case 'eligible':
    case 'conditional':
      return t('count.free', { free: countText(state.explained.free, language) });
    case 'no':
      return isShutOut(state.explained) ? t('nic.pools.willNot') : t('count.free', { free: '0' });
    case 'missing':
      return t('nic.pools.missing');
    case 'unverified':
      return t('picker.unverified');
    case 'pattern':
      return t('nic.pools.pattern', { count: state.matches });
  }
}
