import { Segmented } from 'antd';
import { useSource } from '../../host/HostContext.tsx';
import type { Locale } from '../../host/host.ts';
import { useText } from '../../i18n/useText.ts';
import type { ValueSource } from '../host/value-source.ts';

/** Each language in its own words, so that whoever needs the switch can read it. */
const languages: { value: Locale; label: string }[] = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en-US', label: 'EN' },
];

export function LanguageSwitch({ locale }: { readonly locale: ValueSource<Locale> }) {
  const t = useText();
  const language = useSource(locale);
  return (
    <Segmented
      size="small"
      aria-label={t('console.language')}
      name="podnic-language"
      options={languages}
      value={language}
      onChange={(value) => {
        locale.set(value);
      }}
    />
  );
}
