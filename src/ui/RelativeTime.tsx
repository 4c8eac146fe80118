import { Tooltip } from 'antd';
import { useSyncExternalStore } from 'react';
import { useLanguage, useText } from '../i18n/useText.ts';

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** "2 minutes ago", in one step of the largest unit that fits. */
function relativeTime(seconds: number, language: string): string {
  const [unit, size] = units.find(([, size]) => seconds >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor(seconds / size), unit);
}

const tickEvery = 10_000;
const watchers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let tick = Date.now();

/** One timer for all times on the page, and none when there are none. */
function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  timer ??= setInterval(() => {
    tick = Date.now();
    for (const tell of watchers) tell();
  }, tickEvery);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** A moment as distance from now, the exact time on hover and focus. `at` is RFC 3339; nothing is shown for anything else. */
export function RelativeTime({ at }: { at: string | undefined }) {
  const t = useText();
  const language = useLanguage();
  const now = useSyncExternalStore(subscribe, () => tick);
  const moment = at === undefined ? Number.NaN : Date.parse(at);
  if (Number.isNaN(moment)) return null;
  const seconds = (now - moment) / 1000;
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(
    moment,
  );
  return (
    <Tooltip title={exact} trigger={['hover', 'focus']}>
      {/* Focusable because the exact time is told on focus too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <time dateTime={at} tabIndex={0}>
        {/* The page looks at the clock no oftener, and clocks differ. */}
        {seconds * 1000 < tickEvery ? t('time.justNow') : relativeTime(seconds, language)}
      </time>
    </Tooltip>
  );
}
