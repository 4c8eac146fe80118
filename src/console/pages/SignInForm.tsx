import { Alert, Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useText } from '../../i18n/useText.ts';
import { FieldFrame } from '../../ui/fields/FieldFrame.tsx';
import { useFieldPrefix } from '../../ui/useFieldPrefix.ts';
import { checkToken, type TokenCheck } from '../host/check-token.ts';
import type { StandaloneHost } from '../host/standalone-host.ts';
import styles from './SignInForm.module.css';

/** What a simulated cluster is offered as token: any would do. */
const simulatedToken = 'simulated-admin';

/** A token, checked with a cluster before it is taken. */
export function SignInForm({ site }: { readonly site: StandaloneHost }) {
  const t = useText();
  const id = `${useFieldPrefix()}-token`;
  const input = useRef<InputRef>(null);
  const [token, setToken] = useState('');
  const [missing, setMissing] = useState(false);
  const [check, setCheck] = useState<TokenCheck | 'checking' | undefined>(undefined);
  const problem = missing ? t('signIn.missing') : isRefused(check) ? t('signIn.refused') : undefined;

  useEffect(() => {
    input.current?.focus();
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (check === 'checking') return;
    setMissing(token.trim() === '');
    if (token.trim() === '') {
      input.current?.focus();
      return;
    }
    setCheck('checking');
    const names = site.config.clusters.map(({ name }) => name);
    const outcome = await checkToken(site.base, names, token.trim());
    setCheck(outcome);
    if (outcome.outcome === 'accepted') site.session.signIn(token.trim(), outcome.user);
    else input.current?.focus();
  };

  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
      {site.config.signIn === 'any-token' && (
        <p className={styles['simulated']}>
          {t('signIn.simulated')}{' '}
          <Button
            type="link"
            className={styles['fill'] ?? ''}
            onClick={() => {
              setToken(simulatedToken);
              setMissing(false);
            }}
          >
            {t('signIn.fill')}
          </Button>
        </p>
      )}
      {typeof check === 'object' && check.outcome === 'unknown' && (
        <Alert type="error" showIcon title={t('signIn.unknown')} description={check.problem} />
      )}
      <FieldFrame
        id={id}
        label={t('signIn.token')}
        help={t('signIn.token.help')}
        problem={problem === undefined ? undefined : { severity: 'error', text: problem }}
      >
        {(control) => (
          <Input.Password
            {...control}
            ref={input}
            autoComplete="off"
            spellCheck={false}
            value={token}
            onChange={(event) => {
              setToken(event.target.value);
            }}
          />
        )}
      </FieldFrame>
      <Button type="primary" htmlType="submit" block loading={check === 'checking'}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}

function isRefused(check: TokenCheck | 'checking' | undefined): boolean {
  return typeof check === 'object' && check.outcome === 'refused';
}
