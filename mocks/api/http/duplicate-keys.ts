interface Level {
  /** Keys seen so far; undefined inside of a list. */
  keys: Set<string> | undefined;
  path: string;
  index: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * The paths of keys that an object has twice, as `JSON.parse` does not tell: `spec.replicas`, `spec.ports[0].name`.
 * @param text valid JSON
 */
export function duplicateKeys(text: string): string[] {
  const duplicates: string[] = [];
  const levels: Level[] = [];
  let key: string | undefined;
  let expectKey = false;

  const childPath = (): string => {
    const level = levels.at(-1);
    if (level === undefined) return '';
    if (level.keys === undefined) return `${level.path}[${level.index}]`;
    return level.path === '' ? (key ?? '') : `${level.path}.${key ?? ''}`;
  };

  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      levels.push({ keys: token === '{' ? new Set() : undefined, path: childPath(), index: 0 });
      expectKey = token === '{';
    } else if (token === '}' || token === ']') {
      levels.pop();
      expectKey = false;
    } else if (token === ',') {
      if (level !== undefined) level.index += 1;
      expectKey = level?.keys !== undefined;
    } else if (expectKey && token.startsWith('"')) {
      key = String(JSON.parse(token));
      if (level?.keys?.has(key) === true) duplicates.push(childPath());
      level?.keys?.add(key);
      expectKey = false;
    }
  }
  return duplicates;
}
