import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useSource } from '../../host/HostContext.tsx';
import type { ThemeMode } from '../../host/host.ts';
import { useText } from '../../i18n/useText.ts';
import type { ValueSource } from '../host/value-source.ts';

export function ThemeSwitch({ theme }: { readonly theme: ValueSource<ThemeMode> }) {
  const t = useText();
  const mode = useSource(theme);
  const label = t(mode === 'dark' ? 'console.theme.toLight' : 'console.theme.toDark');
  return (
    <Tooltip title={label} trigger={['hover', 'focus']}>
      <Button
        type="text"
        size="small"
        aria-label={label}
        icon={mode === 'dark' ? <SunOutlined aria-hidden /> : <MoonOutlined aria-hidden />}
        onClick={() => {
          theme.set(mode === 'dark' ? 'light' : 'dark');
        }}
      />
    </Tooltip>
  );
}
