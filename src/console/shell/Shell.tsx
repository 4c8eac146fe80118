import { useEffect } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useHost, useSource } from '../../host/HostContext.tsx';
import { useText } from '../../i18n/useText.ts';
import { AreaBoundary } from '../../ui/AreaBoundary.tsx';
import type { StandaloneHost } from '../host/standalone-host.ts';
import { crumbsTo, windowTitle } from './crumbs.ts';
import { Header } from './Header.tsx';
import { clusterOfList, placeOf } from './place.ts';
import styles from './Shell.module.css';
import { SideNav } from './SideNav.tsx';

/** Header, navigation and the page. Lists have the navigation beside them; a form and the page of one object take the whole width. */
export function Shell({ site }: { readonly site: StandaloneHost }) {
  const t = useText();
  const { pathname } = useLocation();
  const place = placeOf(pathname);
  const clusters = useSource(useHost().clusters);
  const title = windowTitle(crumbsTo(place, clusters, undefined, t));
  useEffect(() => {
    document.title = title;
  }, [title]);
  const listOf = clusterOfList(place);
  const withNav = clusters.some(({ name }) => name === listOf);
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#podnic-main">
        {t('console.skip')}
      </a>
      <Header site={site} />
      <div className={styles['body']}>
        {withNav && listOf !== undefined && (
          <AreaBoundary>
            <SideNav cluster={listOf} namespaced={place.page === 'deployments'} />
          </AreaBoundary>
        )}
        <main id="podnic-main" tabIndex={-1} className={styles['main']}>
          <AreaBoundary resetKey={pathname}>
            <Outlet />
          </AreaBoundary>
        </main>
      </div>
    </div>
  );
}
