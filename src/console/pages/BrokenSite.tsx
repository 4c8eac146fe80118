import { TextProvider } from '../../i18n/TextProvider.tsx';
import { useText } from '../../i18n/useText.ts';
import styles from './BrokenSite.module.css';

/** All that can be shown when the console has no configuration: there is no host yet, so no theme and no choice of language. */
export function BrokenSite({ message }: { readonly message: string }) {
  const language = navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US';
  return (
    <TextProvider language={language}>
      <Words message={message} />
    </TextProvider>
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
