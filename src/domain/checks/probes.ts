import type { ContainerDraft, Draft, ProbeDraft, ProbeKind } from '../workload/draft.ts';
import type { Finding } from './finding.ts';
import { checkInteger } from './integer.ts';
import { error, warning, when } from './report.ts';
import { integerIn, isPortReference } from './syntax.ts';

const kinds: readonly ProbeKind[] = ['liveness', 'readiness', 'startup'];
const timings = [
  { field: 'initialDelaySeconds', min: 0 },
  { field: 'timeoutSeconds', min: 0 },
  { field: 'periodSeconds', min: 1 },
  { field: 'successThreshold', min: 1 },
  { field: 'failureThreshold', min: 1 },
] as const;

/** The probes of each container (`validateProbe`, `validateLivenessProbe`). A probe without a method is not checked. */
export function checkProbes({ containers }: Draft): readonly Finding[] {
  return containers.flatMap((container, index) =>
    kinds.flatMap((kind) => {
      const probe = container.probes[kind];
      const path = `containers.${index}.probes.${kind}`;
      if (probe.method === 'none') return [];
      return [
        ...checkHandler(probe, container, path),
        ...timings.flatMap(({ field, min }) =>
          checkInteger(probe[field], `${path}.${field}`, { field, min }),
        ),
        ...checkSuccessThreshold(kind, probe, path),
      ];
    }),
  );
}

/** One success is the only value that Kubernetes takes where a failure restarts the container. */
function checkSuccessThreshold(
  kind: ProbeKind,
  { successThreshold }: ProbeDraft,
  path: string,
): readonly Finding[] {
  const several = kind !== 'readiness' && integerIn(successThreshold, 2, Number.MAX_SAFE_INTEGER);
  return when(several, error('probe.successThreshold', `${path}.successThreshold`));
}

function checkHandler(probe: ProbeDraft, container: ContainerDraft, path: string): readonly Finding[] {
  if (probe.method === 'exec') {
    const empty = probe.command.every(({ value }) => value === '');
    return when(empty, error('probe.commandRequired', `${path}.command`));
  }
  const relative = probe.method === 'http' && probe.path !== '' && !probe.path.startsWith('/');
  return [
    ...when(relative, warning('probe.pathRelative', `${path}.path`)),
    ...checkPort(probe.port, container, `${path}.port`),
  ];
}

/** A name that no port of the container has: the kubelet then fails every probe. */
function checkPort(port: string, { ports }: ContainerDraft, path: string): readonly Finding[] {
  if (port === '') return [error('probe.portRequired', path)];
  if (!isPortReference(port)) return [error('probe.portSyntax', path)];
  const unknown = !/^\d+$/.test(port) && ports.every(({ name }) => name !== port);
  return when(unknown, error('probe.portUnknown', path, { port }));
}
