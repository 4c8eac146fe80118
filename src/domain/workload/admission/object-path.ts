/** One step into an object: a field of a type, a key of a map of texts, or an item of a list by what identifies it. */
export type PathStep =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'entry'; readonly key: string }
  | { readonly kind: 'item'; readonly label: string };

export type ObjectPath = readonly PathStep[];

/** Fields that are maps of texts: what is in them are keys, not fields. */
const textMaps: ReadonlySet<string> = new Set([
  'annotations',
  'labels',
  'limits',
  'matchLabels',
  'nodeSelector',
  'overhead',
  'requests',
]);

/**
 * Whether what is at a path is a map of texts. A Service's selector is one, a Deployment's is not: it is known by
 * what is in it.
 */
export function isTextMap(path: ObjectPath, value: object): boolean {
  const last = path.at(-1);
  if (last?.kind !== 'field') return false;
  if (last.name === 'selector') return !('matchLabels' in value || 'matchExpressions' in value);
  return textMaps.has(last.name);
}

/** As the API server writes paths: `spec.template.spec.containers[web].resources.limits[cpu]`. */
export function pathText(path: ObjectPath): string {
  return path.map((step, index) => stepText(step, index === 0)).join('');
}

function stepText(step: PathStep, first: boolean): string {
  switch (step.kind) {
    case 'field':
      return first ? step.name : `.${step.name}`;
    case 'entry':
      return `[${step.key}]`;
    case 'item':
      return `[${step.label}]`;
  }
}

/** The path with `*` for every item and key, by which rules for a place are found. */
export function pathPattern(path: ObjectPath): string {
  return path.map((step) => (step.kind === 'field' ? step.name : '*')).join('.');
}
