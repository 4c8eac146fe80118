import { StyleProvider } from '@ant-design/cssinjs';
import { IconProvider } from '@ant-design/icons';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useId, useMemo, useState, type ReactNode } from 'react';
import { useHost, useSource } from '../host/HostContext.tsx';
import { classNames } from '../ui/class-names.ts';
import { prefixCls, themeClass, themeConfig } from '../ui/theme.ts';
import { FieldPrefixProvider } from '../ui/useFieldPrefix.ts';
import { useReducedMotion } from '../ui/useReducedMotion.ts';
import { createStyleCache } from './style-cache.ts';
import styles from './ThemeRoot.module.css';

/** Not antd's own `anticon`: a host with another antd has rules for that. */
const iconPrefixCls = 'podnicon';

/**
 * The element that everything of the plugin is in: its styles, its content and its popups. Nothing is put elsewhere
 * in the page, so that taking this element away takes everything away.
 */
export function ThemeRoot({ children }: { readonly children: ReactNode }) {
  const host = useHost();
  const mode = useSource(host.theme);
  const language = useSource(host.locale);
  const [styleBox, setStyleBox] = useState<HTMLElement | null>(null);
  const [popupBox, setPopupBox] = useState<HTMLElement | null>(null);
  return (
    <div className={classNames(styles['root'], themeClass(mode))} lang={language} data-theme={mode}>
      <div hidden ref={setStyleBox} />
      {styleBox !== null && popupBox !== null && (
        <Antd styleBox={styleBox} popupBox={host.popupContainer?.() ?? popupBox}>
          {children}
        </Antd>
      )}
      <div className={styles['popups']} ref={setPopupBox} />
    </div>
  );
}

interface AntdProps {
  readonly styleBox: HTMLElement;
  readonly popupBox: HTMLElement;
  readonly children: ReactNode;
}

function Antd({ styleBox, popupBox, children }: AntdProps) {
  const host = useHost();
  const mode = useSource(host.theme);
  const language = useSource(host.locale);
  const reducedMotion = useReducedMotion();
  const id = useId();
  const cache = useMemo(() => createStyleCache(), []);
  const theme = useMemo(() => themeConfig(mode, reducedMotion), [mode, reducedMotion]);
  const csp = useMemo(
    () => (host.cspNonce === undefined ? undefined : { nonce: host.cspNonce }),
    [host.cspNonce],
  );
  // antd's icons would write their style into the page's head, over that of a host with its own antd icons. They do
  // not in this mode; the style that antd itself has for them (genIconStyle) is in the root and says the same.
  const icons = useMemo(
    () => ({ prefixCls: iconPrefixCls, zeroRuntime: true, ...(csp === undefined ? {} : { csp }) }),
    [csp],
  );
  return (
    <StyleProvider cache={cache} container={styleBox}>
      <ConfigProvider
        prefixCls={prefixCls}
        iconPrefixCls={iconPrefixCls}
        locale={language === 'zh-CN' ? zhCN : enUS}
        theme={theme}
        getPopupContainer={() => popupBox}
        button={withoutAddedSpace}
        {...(csp === undefined ? {} : { csp })}
      >
        <IconProvider value={icons}>
          <FieldPrefixProvider value={`${prefixCls}${id}`}>{children}</FieldPrefixProvider>
        </IconProvider>
      </ConfigProvider>
    </StyleProvider>
  );
}

/** Otherwise a label of two Chinese characters is written with a space between them, and nobody finds it by name. */
const withoutAddedSpace = { autoInsertSpace: false };
