import { Tooltip } from 'antd';
import type { ListState } from '../cluster/list-state.ts';
import { type Translate, useLanguage, useText } from '../i18n/useText.ts';
import { apiErrorText } from './api-error-text.ts';
import { classNames } from './class-names.ts';
import styles from './ListStateSign.module.css';

/** Small and always true: what is known of a list now. A word beside the dot; the whole sentence on hover or focus. */
export function ListStateSign({ state }: { readonly state: ListState }) {
  const t = useText();
  const language = useLanguage();
  const { word, sentence } = textsOf(state, t, language);
  return (
    <Tooltip title={sentence} trigger={['hover', 'focus']}>
      {/* Focusable because the sentence is told on focus too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <span className={styles['sign']} role="status" tabIndex={sentence === undefined ? undefined : 0}>
        <span className={classNames(styles['dot'], styles[state.phase])} aria-hidden="true" />
        {word}
      </span>
    </Tooltip>
  );
}

function textsOf(
  state: ListState,
  t: Translate,
  language: string,
): { readonly word: string; readonly sentence?: string } {
  switch (state.phase) {
    case 'listing':
      if (state.total !== undefined) {
        return { word: t('list.listing.of', { loaded: state.loaded, total: state.total }) };
      }
      return {
        word: state.loaded === 0 ? t('list.listing') : t('list.listing.some', { loaded: state.loaded }),
      };
    case 'live':
      return { word: t('list.live'), sentence: t('list.live.hint') };
    case 'stale': {
      const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(state.since);
      const word = t('list.stale', { time });
      if (state.error === undefined) return { word, sentence: t(`list.stale.${state.reason}`, { time }) };
      return { word, sentence: t('list.stale.because', { why: apiErrorText(state.error, t), time }) };
    }
    case 'absent':
      return { word: t('list.absent'), sentence: t('list.absent.hint') };
    case 'forbidden':
      return { word: t('list.forbidden'), sentence: state.error.message };
    case 'failed':
      return { word: t('list.failed'), sentence: `${t('list.failed.hint')} ${state.error.message}` };
  }
}
