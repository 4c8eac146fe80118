/** The steps of the wizard, in order. */
export const steps = ['basics', 'containers', 'service', 'advanced'] as const;

export type Step = (typeof steps)[number];

const sections = {
  basics: ['basics'],
  containers: ['containers', 'metadata.pullSecrets'],
  service: ['service'],
  advanced: ['network', 'dns', 'upgrade', 'scheduling', 'metadata'],
} as const satisfies Readonly<Record<Step, readonly string[]>>;

/** The parts of the draft that a step shows: what to validate before the next one. */
export function fieldsOf<Name extends Step>(step: Name): (typeof sections)[Name] {
  return sections[step];
}

/** The step that shows a field. */
export function stepOf(path: string): Step {
  const shows = (step: Step): boolean =>
    sections[step].some((section) => path === section || path.startsWith(`${section}.`));
  return steps.find(shows) ?? 'advanced';
}
