import type { Locale, ThemeMode } from '../../host/host.ts';
import { valueSource, type ValueSource } from './value-source.ts';

export interface Preferences {
  readonly locale: ValueSource<Locale>;
  readonly theme: ValueSource<ThemeMode>;
}

const locales: readonly Locale[] = ['en-US', 'zh-CN'];
const themes: readonly ThemeMode[] = ['light', 'dark'];

/**
 * Language and theme of this browser. `?lang=` and `?theme=` of the address win and are taken out of it, then what was
 * chosen before, then what the browser says. Every choice is remembered.
 */
export function createPreferences(page: Window): Preferences {
  const asked = takeFromAddress(page);
  const locale =
    oneOf(locales, asked.lang) ?? oneOf(locales, recall(page, 'language')) ?? spokenLanguage(page.navigator);
  const dark = page.matchMedia('(prefers-color-scheme: dark)').matches;
  const theme =
    oneOf(themes, asked.theme) ?? oneOf(themes, recall(page, 'theme')) ?? (dark ? 'dark' : 'light');
  const preferences = { locale: valueSource<Locale>(locale), theme: valueSource<ThemeMode>(theme) };
  if (asked.lang !== null) remember(page, 'language', locale);
  if (asked.theme !== null) remember(page, 'theme', theme);
  preferences.locale.subscribe(() => {
    remember(page, 'language', preferences.locale.get());
  });
  preferences.theme.subscribe(() => {
    remember(page, 'theme', preferences.theme.get());
  });
  return preferences;
}

function takeFromAddress(page: Window): { lang: string | null; theme: string | null } {
  const url = new URL(page.location.href);
  const asked = { lang: url.searchParams.get('lang'), theme: url.searchParams.get('theme') };
  if (asked.lang !== null || asked.theme !== null) {
    url.searchParams.delete('lang');
    url.searchParams.delete('theme');
    page.history.replaceState(null, '', url);
  }
  return asked;
}

function spokenLanguage(navigator: Navigator): Locale {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US';
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | undefined {
  return values.find((value) => value === text);
}

// A browser may refuse its storage (private window, policy): then a choice lasts as long as the page.

function recall(page: Window, key: string): string | null {
  try {
    return page.localStorage.getItem(`podnic.${key}`);
  } catch {
    return null;
  }
}

function remember(page: Window, key: string, value: string): void {
  try {
    page.localStorage.setItem(`podnic.${key}`, value);
  } catch {
    return;
  }
}
