import { Skeleton } from 'antd';
import { Suspense, type ReactNode } from 'react';
import { AreaBoundary } from '../ui/AreaBoundary.tsx';
import styles from './Area.module.css';

interface AreaProps {
  /** A change of it tries again after a failure. */
  readonly resetKey?: string;
  readonly children: ReactNode;
}

/** A part of the page that is loaded when it is needed, and that fails alone. */
export function Area({ resetKey = '', children }: AreaProps) {
  return (
    <AreaBoundary resetKey={resetKey}>
      <Suspense fallback={<Skeleton active className={styles['loading'] ?? ''} />}>{children}</Suspense>
    </AreaBoundary>
  );
}
