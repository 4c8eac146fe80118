import { I18nextProvider } from 'react-i18next';
import { createI18n } from '../../i18n/i18n.ts';
import { useText } from '../../i18n/useText.ts';
import styles from './BrokenSite.module.css';

/** All that can be shown when the console has no configuration: there is no host yet, so no theme and no choice of language. */
export function BrokenSite({ message }: { readonly message: string }) {
  const language = navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US';
  return (
    <I18nextProvider i18n={createI18n(language)}>
      <Words message={message} />
    </I18nextProvider>
  );
}

function Words({ message }: { readonly message: string }) {
  const t = useText();
  return (
    <main className={styles['page']}>
      <h1>{t('site.broken')}</h1>
      <p>{t('site.broken.hint')}</p>
      <pre>{message}</pre>
    </main>
  );
}
