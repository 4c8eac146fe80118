import { AppstoreOutlined } from '@ant-design/icons';
import { NavLink, useSearchParams } from 'react-router';
import { paths } from '../../host/paths.ts';
import { useText } from '../../i18n/useText.ts';
import { NamespacePicker } from './NamespacePicker.tsx';
import styles from './SideNav.module.css';

/** Beside the lists of a cluster: which namespace, and which kind of object. */
export function SideNav({ cluster }: { readonly cluster: string }) {
  const t = useText();
  const [search] = useSearchParams();
  return (
    <nav className={styles['nav']} aria-label={t('console.nav')}>
      <NamespacePicker key={cluster} cluster={cluster} />
      <div className={styles['group']}>
        <p className={styles['heading']} id="podnic-nav-workloads">
          {t('console.nav.workloads')}
        </p>
        <ul aria-labelledby="podnic-nav-workloads">
          <li>
            <NavLink
              className={styles['link'] ?? ''}
              to={paths.deployments(cluster, search.get('namespace') ?? undefined)}
            >
              <AppstoreOutlined aria-hidden />
              {t('word.deployments')}
            </NavLink>
          </li>
        </ul>
      </div>
    </nav>
  );
}
