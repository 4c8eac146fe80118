import { Link } from 'react-router';
import { paths } from '../../host/paths.ts';
import { useText } from '../../i18n/useText.ts';
import { LogoMark } from '../../ui/LogoMark.tsx';
import type { StandaloneHost } from '../host/standalone-host.ts';
import { Crumbs } from './Crumbs.tsx';
import styles from './Header.module.css';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { PageSign } from './PageSign.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { UserMenu } from './UserMenu.tsx';

/** The bar at the top of every page. Before the sign-in it has no more than the mark and the two switches. */
export function Header({ site }: { readonly site: StandaloneHost }) {
  const t = useText();
  return (
    <header className={styles['header']}>
      <Link className={styles['home']} to={paths.clusters()} aria-label={t('console.home')}>
        <LogoMark className={styles['mark']} />
        <span className={styles['name']}>Podnic</span>
      </Link>
      <Crumbs />
      <div className={styles['tools']}>
        <PageSign />
        <LanguageSwitch locale={site.preferences.locale} />
        <ThemeSwitch theme={site.preferences.theme} />
        <UserMenu site={site} />
      </div>
    </header>
  );
}
