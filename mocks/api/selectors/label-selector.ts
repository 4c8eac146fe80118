import { badRequest } from '../../store/status-errors.ts';
import { labelValue, qualifiedName } from '../validation/names.ts';

export type LabelRequirement =
  | { operator: 'in' | 'notin'; key: string; values: string[] }
  | { operator: 'exists' | 'missing'; key: string }
  | { operator: 'greater' | 'less'; key: string; bound: number };

/** What cannot begin a requirement. */
const SIGNS = new Set(['=', '==', '!=', '<', '>', '(', ')', ',']);
const TOKEN = /\s*(==|!=|[=!<>(),]|[^\s=!<>(),]+)/y;

/**
 * Parses a selector of a query: `app=web,tier!=db,zone in (a,b),!legacy`.
 * Source: `Parse` of k8s.io/apimachinery/pkg/labels.
 * @throws StatusError 400
 */
export function parseLabelSelector(text: string): LabelRequirement[] {
  const tokens = tokenize(text);
  const requirements: LabelRequirement[] = [];
  while (tokens.length > 0) {
    requirements.push(readRequirement(tokens));
    const separator = tokens.shift();
    if (separator === undefined) break;
    if (separator !== ',' || tokens.length === 0) {
      if (separator === ',') throw unparsable("found '', expected: identifier after ','");
      throw badRequest(`found '${separator}', expected: ',' or 'end of string'`);
    }
  }
  return requirements;
}

/** Whether labels meet every requirement. */
export function matchesLabels(
  requirements: readonly LabelRequirement[],
  labels: Readonly<Record<string, string>> | undefined,
): boolean {
  return requirements.every((requirement) => {
    const value = labels?.[requirement.key];
    switch (requirement.operator) {
      case 'in':
        return value !== undefined && requirement.values.includes(value);
      case 'notin':
        return value === undefined || !requirement.values.includes(value);
      case 'exists':
        return value !== undefined;
      case 'missing':
        return value === undefined;
      case 'greater':
        return value !== undefined && Number(value) > requirement.bound;
      case 'less':
        return value !== undefined && Number(value) < requirement.bound;
    }
  });
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) tokens.push(match[1] ?? '');
  return tokens;
}

function readRequirement(tokens: string[]): LabelRequirement {
  const first = tokens.shift() ?? '';
  if (SIGNS.has(first)) throw badRequest(`found '${first}', expected: !, identifier, or 'end of string'`);
  if (first === '!') return { operator: 'missing', key: checkedKey(tokens.shift() ?? '') };
  const key = checkedKey(first);
  const next = tokens[0];
  if (next === undefined || next === ',') return { operator: 'exists', key };
  tokens.shift();
  switch (next) {
    case '=':
    case '==':
      return { operator: 'in', key, values: [readValue(tokens, key)] };
    case '!=':
      return { operator: 'notin', key, values: [readValue(tokens, key)] };
    case 'in':
    case 'notin':
      return { operator: next, key, values: readValues(tokens, key) };
    case '>':
    case '<':
      return { operator: next === '>' ? 'greater' : 'less', key, bound: readBound(tokens) };
    default:
      throw unparsable(`found '${next}', expected: in, notin, =, ==, !=, gt, lt`);
  }
}

function checkedKey(key: string): string {
  const [problem] = qualifiedName(key);
  if (problem !== undefined) throw unparsable(`<nil>: Invalid value: ${JSON.stringify(key)}: ${problem}`);
  return key;
}

function checkedValue(value: string, key: string, index = 0): string {
  const [problem] = labelValue(value);
  if (problem !== undefined)
    throw unparsable(`values[${index}][${key}]: Invalid value: ${JSON.stringify(value)}: ${problem}`);
  return value;
}

function readValue(tokens: string[], key: string): string {
  // `app=` selects the empty value.
  if (tokens[0] === undefined || tokens[0] === ',') return '';
  return checkedValue(tokens.shift() ?? '', key);
}

function readBound(tokens: string[]): number {
  const text = tokens.shift() ?? '';
  if (!/^-?\d+$/.test(text))
    throw unparsable(
      `values[0]: Invalid value: ${JSON.stringify(text)}: for 'Gt', 'Lt' operators, the value must be an integer`,
    );
  return Number(text);
}

function readValues(tokens: string[], key: string): string[] {
  const open = tokens.shift();
  if (open !== '(') throw unparsable(`found '${open ?? ''}' expected: '('`);
  const values: string[] = [];
  let current = '';
  for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
    if (token === ')' || token === ',') values.push(current);
    if (token === ')') return values;
    current = token === ',' ? '' : checkedValue(token, key, values.length);
  }
  throw unparsable(
    current === '' ? "found '', expected: ',', ')' or identifier" : "found '', expected: ',' or ')'",
  );
}

function unparsable(why: string) {
  return badRequest(`unable to parse requirement: ${why}`);
}
