import { theme as antdTheme, type ThemeConfig } from 'antd';
import type { ThemeMode } from '../host/host.ts';

export const prefixCls = 'podnic';

const monospace =
  "'JetBrains Mono', 'SFMono-Regular', Consolas, 'Liberation Mono', Menlo, 'WenQuanYi Zen Hei Mono', monospace";

/** The class whose elements, and all below them, have the variables `--podnic-…` of a theme. */
export function themeClass(mode: ThemeMode): string {
  return `${prefixCls}-${mode}`;
}

/**
 * The look of the plugin: white cards with a hairline border on a quiet grey, one blue for action.
 * `#0958d9` rather than antd's default blue: that one fails 4.5:1 on white.
 */
export function themeConfig(mode: ThemeMode, reducedMotion: boolean): ThemeConfig {
  const dark = mode === 'dark';
  return {
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    cssVar: { prefix: prefixCls, key: themeClass(mode) },
    hashed: false,
    token: {
      colorPrimary: dark ? '#5aa0ff' : '#0958d9',
      colorPrimaryHover: dark ? '#77a9e8' : '#1f68dd',
      colorPrimaryActive: dark ? '#6a9ce2' : '#003eb3',
      colorPrimaryBg: dark ? '#162233' : '#e6f4ff',
      colorLink: dark ? '#69a6ff' : '#0958d9',
      colorBgLayout: dark ? '#0f1216' : '#f4f6f8',
      colorBgContainer: dark ? '#171b21' : '#ffffff',
      colorBgElevated: dark ? '#1e232b' : '#ffffff',
      colorBorder: dark ? '#3a424e' : '#d0d7e0',
      colorBorderSecondary: dark ? '#272d36' : '#e3e8ee',
      colorText: dark ? '#e6eaf0' : '#1b2430',
      colorTextSecondary: dark ? '#a3adbb' : '#56616f',
      colorTextTertiary: dark ? '#98a2b0' : '#5f6b7a',
      colorTextDescription: dark ? '#a3adbb' : '#56616f',
      colorTextPlaceholder: dark ? '#8b96a5' : '#667180',
      colorTextDisabled: dark ? '#8b96a5' : '#667180',
      colorError: dark ? '#ff7a75' : '#c4221b',
      colorWarning: dark ? '#e8b339' : '#8a5a00',
      colorWarningBg: dark ? '#2a2312' : '#fff8e6',
      colorWarningBorder: dark ? '#5c4a1c' : '#ecd59a',
      colorSuccess: dark ? '#6fd26b' : '#237a2b',
      // The muted part of a chosen line of a list has 4.5:1 on these.
      controlItemBgActive: dark ? '#1b2b44' : '#e6f4ff',
      controlItemBgActiveHover: dark ? '#20324e' : '#d6eaff',
      // antd's own rings around a focused field are too faint to be seen.
      controlOutline: dark ? 'rgba(69, 147, 255, 0.4)' : 'rgba(9, 88, 217, 0.25)',
      colorErrorOutline: dark ? 'rgba(255, 122, 117, 0.4)' : 'rgba(196, 34, 27, 0.25)',
      colorWarningOutline: dark ? 'rgba(232, 179, 57, 0.4)' : 'rgba(138, 90, 0, 0.25)',
      borderRadius: 6,
      fontSize: 14,
      fontFamily:
        "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'WenQuanYi Zen Hei', sans-serif",
      fontFamilyCode: monospace,
      motion: !reducedMotion,
    },
    // White on the dark theme's blue and red has less than 4.5:1.
    components: {
      Button: { primaryColor: dark ? '#0f1216' : '#ffffff', dangerColor: dark ? '#0f1216' : '#ffffff' },
    },
  };
}
