/** A kubeconfig as it was written: entries by name, and paths in them made absolute. */
export interface Kubeconfig {
  /** The files in words, for messages. */
  readonly source: string;
  /** `''` where none is chosen. */
  readonly currentContext: string;
  readonly contexts: ReadonlyMap<string, Entry>;
  readonly clusters: ReadonlyMap<string, Entry>;
  readonly users: ReadonlyMap<string, Entry>;
}

/** What a file says of one context, cluster or user (`clientcmd.k8s.io/v1`); nothing of it is trusted. */
export type Entry = Readonly<Record<string, unknown>>;

export function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text of an entry; `''` for anything else. */
export function textOf(entry: Entry, key: string): string {
  const value = entry[key];
  return typeof value === 'string' ? value : '';
}

/** The context to use where none was asked for: the current one, or the only one; `undefined` where neither is. */
export function usualContext({ currentContext, contexts }: Kubeconfig): string | undefined {
  if (currentContext !== '') return currentContext;
  return contexts.size === 1 ? [...contexts.keys()][0] : undefined;
}
