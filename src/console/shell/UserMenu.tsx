import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useSource } from '../../host/HostContext.tsx';
import { useText } from '../../i18n/useText.ts';
import type { StandaloneHost } from '../host/standalone-host.ts';
import styles from './UserMenu.module.css';

/** Who is signed in, and the way out. Nothing where a proxy has signed everybody in, or nobody is yet. */
export function UserMenu({ site }: { readonly site: StandaloneHost }) {
  const t = useText();
  const state = useSource(site.session.state);
  if (site.config.signIn === 'none' || state.status === 'signedOut') return null;
  const user = state.user === '' ? t('console.user') : state.user;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [{ key: 'signOut', label: t('console.signOut') }],
        onClick: site.signOut,
      }}
    >
      <Button
        type="text"
        size="small"
        aria-label={t('console.user.menu', { user })}
        className={styles['user'] ?? ''}
      >
        <span className={styles['name']}>{user}</span>
        <DownOutlined aria-hidden className={styles['arrow']} />
      </Button>
    </Dropdown>
  );
}
