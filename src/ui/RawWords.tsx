import type { ApiError } from '../cluster/api-error.ts';
import { useText } from '../i18n/useText.ts';
import styles from './ApiErrorNote.module.css';

/** The server's own words, one click away. */
export function RawWords({ error }: { readonly error: ApiError }) {
  const t = useText();
  return (
    <details className={styles['raw']}>
      <summary>{t('error.raw')}</summary>
      <pre>{rawText(error)}</pre>
    </details>
  );
}

/** `422 Invalid: …`, or the browser's words where no server has answered. */
function rawText(error: ApiError): string {
  const code = [error.status === 0 ? '' : String(error.status), error.reason].filter(Boolean).join(' ');
  return code === '' ? error.message : `${code}: ${error.message}`;
}
