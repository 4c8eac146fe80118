import type { Finding } from './finding.ts';

/** The error of a field as React Hook Form keeps it; the text is chosen where it is shown. */
export interface FormError {
  /** The code of the finding. */
  readonly type: string;
  readonly finding: Finding;
}

/** Errors nested like the draft. An error of a list as a whole is at its `root`, as React Hook Form has it. */
export interface FormErrors {
  readonly [key: string]: FormErrors | FormError | undefined;
}

type Node = Map<string, Node | FormError>;

/**
 * The errors for a React Hook Form resolver: those that block, the first one of each field. Warnings and notes do not
 * keep a form from being valid.
 */
export function toFormErrors(findings: readonly Finding[]): FormErrors {
  const root: Node = new Map();
  const errors = findings.filter(({ severity }) => severity === 'error');
  const paths = errors.map(({ path }) => path);
  for (const finding of errors) {
    const isParent = paths.some((path) => path.startsWith(`${finding.path}.`));
    place(root, isParent ? `${finding.path}.root` : finding.path, { type: finding.code, finding });
  }
  return toObject(root);
}

function place(root: Node, path: string, error: FormError): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let node = root;
  for (const key of keys) {
    const next = node.get(key);
    const inner: Node = next instanceof Map ? next : new Map();
    node.set(key, inner);
    node = inner;
  }
  if (!node.has(last)) node.set(last, error);
}

function toObject(node: Node): FormErrors {
  return Object.fromEntries(
    [...node].map(([key, value]) => [key, value instanceof Map ? toObject(value) : value]),
  );
}
