import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { useText } from '../i18n/useText.ts';
import styles from './AreaBoundary.module.css';

interface AreaBoundaryProps {
  /** A change of it tries again: the place in the URL, the object shown. */
  readonly resetKey?: string;
  readonly children: ReactNode;
}

/** Keeps a failure of one area of the page to that area, and shows it there. */
export function AreaBoundary({ resetKey = '', children }: AreaBoundaryProps) {
  return (
    <ErrorBoundary resetKeys={[resetKey]} FallbackComponent={Crash}>
      {children}
    </ErrorBoundary>
  );
}

function Crash({ error, resetErrorBoundary }: FallbackProps) {
  const t = useText();
  return (
    <div className={styles['crash']} role="alert">
      <h2 className={styles['title']}>{t('crash.title')}</h2>
      <p>{t('crash.hint')}</p>
      <pre className={styles['raw']}>{error instanceof Error ? error.message : String(error)}</pre>
      <Button onClick={resetErrorBoundary}>{t('word.retry')}</Button>
    </div>
  );
}
