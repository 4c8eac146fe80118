/** The minutes at which a CronJob runs. */
export interface CronSchedule {
  /**
   * The first minute after `time` that fits, in UTC; undefined when there is none within five years.
   * @param time milliseconds since 1970
   */
  next(time: number): number | undefined;
}

interface Field {
  values: ReadonlySet<number>;
  /** Written as `*` or `?`: when only one of the two day fields is, the other decides. */
  starred: boolean;
}

interface Bounds {
  low: number;
  high: number;
  names?: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const FIELDS: readonly Bounds[] = [
  { low: 0, high: 59 },
  { low: 0, high: 23 },
  { low: 1, high: 31 },
  { low: 1, high: 12, names: MONTHS },
  { low: 0, high: 6, names: DAYS },
];
const MACROS: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};
const MINUTE = 60_000;
const YEARS_AHEAD = 5;

/**
 * Reads `spec.schedule` of a CronJob: five fields with lists, ranges, steps and names, or a macro. `@every` is not known.
 * Source: `cron.ParseStandard` of github.com/robfig/cron/v3, which Kubernetes uses.
 * @returns undefined when it is no schedule
 */
export function parseCronSchedule(text: string): CronSchedule | undefined {
  const parts = (MACROS[text.trim()] ?? text).trim().split(/\s+/);
  if (parts.length !== FIELDS.length) return undefined;
  const fields = FIELDS.flatMap((bounds, index) => parseField(parts[index] ?? '', bounds) ?? []);
  const [minutes, hours, days, months, weekdays] = fields;
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;

  function fitsDay(date: Date): boolean {
    if (!months?.values.has(date.getUTCMonth() + 1)) return false;
    const day = days?.values.has(date.getUTCDate()) ?? false;
    const weekday = weekdays?.values.has(date.getUTCDay()) ?? false;
    return days?.starred || weekdays?.starred ? day && weekday : day || weekday;
  }

  return {
    next(time) {
      const date = new Date((Math.floor(time / MINUTE) + 1) * MINUTE);
      const limit = date.getUTCFullYear() + YEARS_AHEAD;
      while (date.getUTCFullYear() <= limit) {
        if (!fitsDay(date)) date.setUTCHours(24, 0, 0, 0);
        else if (!hours.values.has(date.getUTCHours())) date.setUTCMinutes(60, 0, 0);
        else if (!minutes.values.has(date.getUTCMinutes()))
          date.setUTCMinutes(date.getUTCMinutes() + 1, 0, 0);
        else return date.getTime();
      }
      return undefined;
    },
  };
}

function parseField(text: string, bounds: Bounds): Field | undefined {
  const values = new Set<number>();
  let starred = false;
  for (const part of text.split(',')) {
    const range = parseRange(part, bounds);
    if (range === undefined) return undefined;
    starred ||= range.starred;
    for (let value = range.low; value <= range.high; value += range.step) values.add(value);
  }
  return { values, starred };
}

interface Range {
  low: number;
  high: number;
  step: number;
  starred: boolean;
}

/** `*`, `5`, `1-5`, `MON-FRI`, each with `/step`; `5/15` means from 5 to the end. */
function parseRange(text: string, bounds: Bounds): Range | undefined {
  const [span = '', stepText, ...more] = text.split('/');
  const step = stepText === undefined ? 1 : parseNumber(stepText);
  if (more.length > 0 || step === undefined || step === 0) return undefined;
  // A step makes of a star a list of its own: robfig/cron then no longer takes the field for unrestricted.
  if (span === '*' || span === '?') return { low: bounds.low, high: bounds.high, step, starred: step === 1 };
  const [first = '', last, ...rest] = span.split('-');
  const low = parseValue(first, bounds);
  const high = last === undefined ? (stepText === undefined ? low : bounds.high) : parseValue(last, bounds);
  if (rest.length > 0 || low === undefined || high === undefined || high < low) return undefined;
  return { low, high, step, starred: false };
}

function parseValue(text: string, { low, high, names = [] }: Bounds): number | undefined {
  const index = names.indexOf(text.toLowerCase());
  const value = index < 0 ? parseNumber(text) : index + low;
  return value !== undefined && value >= low && value <= high ? value : undefined;
}

function parseNumber(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
