import { CheckCircleFilled, CloseCircleFilled, InfoCircleOutlined, WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import styles from './Note.module.css';

type Tone = 'error' | 'warning' | 'good' | 'note' | 'quiet';

/** One line under a field, with an icon that says how grave it is. */
export function Note({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <div className={styles.note} data-tone={tone}>
      <ToneIcon tone={tone} />
      <span className={styles.text}>{children}</span>
    </div>
  );
}

function ToneIcon({ tone }: { readonly tone: Tone }) {
  switch (tone) {
    case 'error':
      return <CloseCircleFilled aria-hidden />;
    case 'warning':
      return <WarningFilled aria-hidden />;
    case 'good':
      return <CheckCircleFilled aria-hidden />;
    case 'note':
      return <InfoCircleOutlined aria-hidden />;
    case 'quiet':
      return undefined;
  }
}
