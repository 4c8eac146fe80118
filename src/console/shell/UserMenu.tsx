import { DownOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useSource } from '../../host/HostContext.tsx';
import { useText } from '../../i18n/useText.ts';
import { useFieldPrefix } from '../../ui/useFieldPrefix.ts';
import type { StandaloneHost } from '../host/standalone-host.ts';
import styles from './UserMenu.module.css';

/** Who is signed in, and the way out. Nothing where a proxy has signed everybody in, or nobody is yet. */
export function UserMenu({ site }: { readonly site: StandaloneHost }) {
  const t = useText();
  const id = `${useFieldPrefix()}-user`;
  const state = useSource(site.session.state);
  if (site.config.signIn === 'none' || state.status === 'signedOut') return null;
  const user = state.user === '' ? t('console.user') : state.user;
  return (
    <>
      <Button
        type="text"
        size="small"
        popoverTarget={id}
        aria-label={t('console.user.menu', { user })}
        className={styles['user'] ?? ''}
      >
        <span className={styles['name']}>{user}</span>
        <DownOutlined aria-hidden className={styles['arrow']} />
      </Button>
      <div id={id} popover="auto" className={styles['panel']}>
        <p className={styles['whole']}>{user}</p>
        <Button block onClick={site.signOut}>
          {t('console.signOut')}
        </Button>
      </div>
    </>
  );
}
