export interface NamespaceOption {
  /** `''` is all namespaces. */
  readonly name: string;
  /** The cluster has told of it, or it is chosen already. */
  readonly known: boolean;
}

/**
 * What the namespace picker offers: every namespace that has the typed text in its name, and the typed text itself
 * where no namespace is called so, because the user may know one that the cluster does not let them list.
 */
export function namespaceOptions(
  names: readonly string[],
  chosen: string,
  typed: string,
): readonly NamespaceOption[] {
  const text = typed.trim();
  const all = chosen === '' || names.includes(chosen) ? names : [chosen, ...names];
  const found = all.filter((name) => name.includes(text)).map((name) => ({ name, known: true }));
  if (text === '') return [{ name: '', known: true }, ...found];
  return all.includes(text) ? found : [...found, { name: text, known: false }];
}
