import { isObject } from '../../../mocks/store/json.ts';
import { pathBelow } from './difference-path.ts';
import type { Normalised } from './normalise.ts';

/** One place where the answers of two servers are not the same. */
export interface Difference {
  /** `subject/script METHOD path` */
  exchange: string;
  /** `status`, `body.message`, `events[2].object.metadata.labels["example.com/x"]` */
  path: string;
  /** Undefined: there is nothing. */
  real: unknown;
  simulated: unknown;
}

/** Compares the answers to one script, exchange by exchange. @param where `subject/script` */
export function compareAnswers(
  where: string,
  real: readonly Normalised[],
  simulated: readonly Normalised[],
): Difference[] {
  const differences: Difference[] = [];
  const count = Math.max(real.length, simulated.length);
  for (let index = 0; index < count; index += 1) {
    const one = real[index];
    const other = simulated[index];
    const exchange = `${where} ${one?.title ?? other?.title ?? ''}`;
    walk(one, other, '', (path, a, b) => {
      differences.push({ exchange, path, real: a, simulated: b });
    });
  }
  return differences;
}

function walk(
  real: unknown,
  simulated: unknown,
  path: string,
  tell: (path: string, real: unknown, simulated: unknown) => void,
): void {
  if (Array.isArray(real) && Array.isArray(simulated)) {
    const count = Math.max(real.length, simulated.length);
    for (let index = 0; index < count; index += 1) {
      walk(real[index], simulated[index], pathBelow(path, index), tell);
    }
    return;
  }
  if (isObject(real) && isObject(simulated)) {
    for (const key of new Set([...Object.keys(real), ...Object.keys(simulated)])) {
      const below = pathBelow(path, key);
      // Each manager that one of them does not know is a difference of its own.
      if (key === 'managedFields') walk(real[key] ?? {}, simulated[key] ?? {}, below, tell);
      else walk(real[key], simulated[key], below, tell);
    }
    return;
  }
  if (real !== simulated) tell(path, real, simulated);
}

const LONGEST = 400;

/** Differences for people, the exchanges in their order. */
export function describeDifferences(differences: readonly Difference[]): string {
  const lines: string[] = [];
  let last = '';
  for (const { exchange, path, real, simulated } of differences) {
    if (exchange !== last) lines.push('', exchange);
    last = exchange;
    lines.push(`  ${path}`, `    real       ${shown(real)}`, `    simulated  ${shown(simulated)}`);
  }
  return lines.join('\n');
}

function shown(value: unknown): string {
  if (value === undefined) return '(nothing)';
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
}
