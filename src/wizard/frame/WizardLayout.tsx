import { CodeOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useCallback, useState, type ReactNode, type RefObject } from 'react';
import { useText } from '../../i18n/useText.ts';
import { useElementWidth } from '../../ui/useElementWidth.ts';
import { useTopOffset } from './useTopOffset.ts';
import styles from './WizardLayout.module.css';

interface WizardLayoutProps {
  readonly bar: ReactNode;
  readonly preview: ReactNode;
  readonly footer: ReactNode;
  /** The form is being sent: it cannot be changed meanwhile. */
  readonly busy: boolean;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
}

/** From this width of the wizard (pixels) on, form and preview stand side by side. */
const wide = 1160;

/** Steps above, form and preview side by side, the bar of buttons below; only form and preview scroll. */
export function WizardLayout({ bar, preview, footer, busy, scroller, children }: WizardLayoutProps) {
  const t = useText();
  const [width, widthRef] = useElementWidth();
  const topRef = useTopOffset();
  const [drawerOpen, setDrawerOpen] = useState(false);
  const isWide = width >= wide;
  const pageRef = useCallback(
    (element: HTMLElement | null) => {
      const stopWidth = widthRef(element);
      const stopTop = topRef(element);
      return () => {
        stopWidth?.();
        stopTop?.();
      };
    },
    [widthRef, topRef],
  );
  return (
    <div className={styles.page} ref={pageRef}>
      <h1 className={styles.hidden}>{t('wizard.title')}</h1>
      <div className={styles.bar}>
        {bar}
        {!isWide && (
          <Button
            className={styles.yaml ?? ''}
            icon={<CodeOutlined aria-hidden />}
            onClick={() => setDrawerOpen(true)}
          >
            <span className={styles.yamlText}>YAML</span>
          </Button>
        )}
      </div>
      <div className={styles.columns}>
        <div ref={scroller} className={styles.form} inert={busy}>
          <div className={styles.content}>{children}</div>
        </div>
        {isWide && <div className={styles.preview}>{preview}</div>}
      </div>
      {footer}
      {!isWide && (
        <Drawer
          open={drawerOpen}
          onClose={() => setDrawerOpen(false)}
          title={t('wizard.preview')}
          size="large"
          styles={{ body: { padding: 0 } }}
        >
          {drawerOpen && preview}
        </Drawer>
      )}
    </div>
  );
}
