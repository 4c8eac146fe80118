import { useEffect } from 'react';
import { useText } from '../../i18n/useText.ts';
import { LogoMark } from '../../ui/LogoMark.tsx';
import type { StandaloneHost } from '../host/standalone-host.ts';
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx';
import { ThemeSwitch } from '../shell/ThemeSwitch.tsx';
import { SignInForm } from './SignInForm.tsx';
import styles from './SignInPage.module.css';

/** In the place of whatever page was asked for; the address stays, and that page is there after the sign-in. */
export function SignInPage({ site }: { readonly site: StandaloneHost }) {
  const t = useText();
  const title = `${t('signIn.title')} – Podnic`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className={styles['page']}>
      <div className={styles['tools']}>
        <LanguageSwitch locale={site.preferences.locale} />
        <ThemeSwitch theme={site.preferences.theme} />
      </div>
      <main className={styles['card']}>
        <p className={styles['brand']}>
          <LogoMark className={styles['mark']} />
          Podnic
        </p>
        <h1 className={styles['title']}>{t('signIn.title')}</h1>
        <p className={styles['intro']}>{t('signIn.intro')}</p>
        <SignInForm site={site} />
      </main>
    </div>
  );
}
