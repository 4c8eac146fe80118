import { CheckCircleFilled, CloseCircleFilled, InfoCircleOutlined, WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import styles from './Note.module.css';

type Tone = 'error' | 'warning' | 'good' | 'note' | 'quiet';

/** One line under a field, with an icon that says how grave it is. */
export function Note({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <div className={styles.note} data-tone={tone}>
      {icons[tone]}
      <span className={styles.text}>{children}</span>
    </div>
  );
}

/** Made once: React leaves alone what it has seen, and a step may have dozens of notes. */
const icons: Readonly<Record<Tone, ReactNode>> = {
  error: <CloseCircleFilled aria-hidden />,
  warning: <WarningFilled aria-hidden />,
  good: <CheckCircleFilled aria-hidden />,
  note: <InfoCircleOutlined aria-hidden />,
  quiet: undefined,
};
