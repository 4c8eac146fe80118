import { isObject } from '../../store/json.ts';

type Step =
  | { kind: 'key'; name: string }
  | { kind: 'index'; index: number }
  | { kind: 'all' }
  | { kind: 'filter'; path: Step[]; value: string };

const STEP =
  /\.?\[\?\(@([^=!<>]+)==\s*["']([^"']*)["']\s*\)\]|\.?\[['"]([^'"]+)['"]\]|\[(-?\d+)\]|\[\*\]|\.((?:[^.[\\]|\\.)+)/y;

const parsed = new Map<string, Step[]>();

/**
 * The first value at the JSONPath of a printer column: keys, indexes, `[*]` and `[?(@.type=="Ready")]`.
 * Undefined when there is none, or the path is beyond that.
 */
export function readJsonPath(path: string, object: unknown): unknown {
  let steps = parsed.get(path);
  if (steps === undefined) {
    steps = parse(path);
    parsed.set(path, steps);
  }
  return walk(steps, object);
}

function parse(path: string): Step[] {
  const text = path.replace(/^\{|\}$/g, '').replace(/^\$/, '');
  const steps: Step[] = [];
  // Filters have paths inside: each parse keeps its own place.
  const next = new RegExp(STEP);
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const [whole, filterPath, filterValue = '', quoted, index, name] = match;
    if (filterPath !== undefined)
      steps.push({ kind: 'filter', path: parse(filterPath.trim()), value: filterValue });
    else if (index !== undefined) steps.push({ kind: 'index', index: Number(index) });
    else if (whole.endsWith('[*]')) steps.push({ kind: 'all' });
    else steps.push({ kind: 'key', name: (quoted ?? name ?? '').replace(/\\(.)/g, '$1') });
    if (next.lastIndex >= text.length) break;
  }
  return steps;
}

function walk(steps: readonly Step[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  switch (step.kind) {
    case 'key':
      return isObject(value) ? walk(rest, value[step.name]) : undefined;
    case 'index':
      return Array.isArray(value) ? walk(rest, value.at(step.index)) : undefined;
    case 'all':
      return firstOf(value, () => true, rest);
    case 'filter':
      return firstOf(value, (item) => String(walk(step.path, item)) === step.value, rest);
  }
}

function firstOf(value: unknown, accept: (item: unknown) => boolean, rest: readonly Step[]): unknown {
  if (!Array.isArray(value)) return undefined;
  for (const item of value) {
    const found = accept(item) ? walk(rest, item) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
