import { AppstoreOutlined, ClusterOutlined, DatabaseOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { NavLink, useSearchParams } from 'react-router';
import { paths } from '../../host/paths.ts';
import { useText } from '../../i18n/useText.ts';
import { NamespacePicker } from './NamespacePicker.tsx';
import styles from './SideNav.module.css';

interface SideNavProps {
  readonly cluster: string;
  /** The list is of a kind that lives in namespaces. */
  readonly namespaced: boolean;
}

/** Beside the lists of a cluster: which namespace, and which kind of object. */
export function SideNav({ cluster, namespaced }: SideNavProps) {
  const t = useText();
  const [search] = useSearchParams();
  return (
    <nav className={styles['nav']} aria-label={t('console.nav')}>
      {namespaced && <NamespacePicker key={cluster} cluster={cluster} />}
      <Group id="workloads" title={t('console.nav.workloads')}>
        <Place
          to={paths.deployments(cluster, search.get('namespace') ?? undefined)}
          icon={<AppstoreOutlined aria-hidden />}
        >
          {t('word.deployments')}
        </Place>
      </Group>
      <Group id="network" title={t('console.nav.network')}>
        <Place to={paths.ipPools(cluster)} icon={<DatabaseOutlined aria-hidden />}>
          {t('pools.title')}
        </Place>
        <Place to={paths.subnets(cluster)} icon={<ClusterOutlined aria-hidden />}>
          {t('subnets.title')}
        </Place>
      </Group>
    </nav>
  );
}

function Group({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <div className={styles['group']}>
      <p className={styles['heading']} id={`podnic-nav-${id}`}>
        {title}
      </p>
      <ul aria-labelledby={`podnic-nav-${id}`}>{children}</ul>
    </div>
  );
}

function Place({ to, icon, children }: { to: string; icon: ReactNode; children: ReactNode }) {
  return (
    <li>
      <NavLink className={styles['link'] ?? ''} to={to}>
        {icon}
        {children}
      </NavLink>
    </li>
  );
}
