import { Button, Modal } from 'antd';
import { useText } from '../../i18n/useText.ts';
import type { StandaloneHost } from '../host/standalone-host.ts';
import { SignInForm } from './SignInForm.tsx';
import styles from './SignInAgain.module.css';

/** Above everything else that may be open: the page waits underneath with all that was typed. */
const aboveAll = 2000;

/** Over the page when a cluster stops accepting the token. */
export function SignInAgain({ site }: { readonly site: StandaloneHost }) {
  const t = useText();
  return (
    <Modal
      open
      centered
      zIndex={aboveAll}
      width={440}
      title={t('signIn.again')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="link" onClick={site.signOut}>
          {t('console.signOut')}
        </Button>
      }
    >
      <p className={styles['why']}>{t('signIn.expired')}</p>
      <SignInForm site={site} />
    </Modal>
  );
}
