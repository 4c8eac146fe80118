import type { Draft, EnvDraft } from '../workload/draft.ts';
import type { Finding } from './finding.ts';
import { repeatedIndexes } from './repeated.ts';
import { error, warning, when } from './report.ts';
import { isConfigKey, isDnsSubdomain, isEnvName, isQualifiedName } from './syntax.ts';

/** `env`: names by `IsEnvVarName`, and what a value is taken from (`validateEnv`, `validateEnvVarValueFrom`). */
export function checkEnvironment({ containers }: Draft): readonly Finding[] {
  return containers.flatMap(({ env }, container) => {
    const path = (row: number): string => `containers.${container}.env.${row}`;
    const repeated = repeatedIndexes(env.map(({ name }) => name));
    return [
      ...env.flatMap((row, index) => [
        ...checkEnvName(row.name, `${path(index)}.name`),
        ...checkSource(row, path(index)),
      ]),
      ...repeated.map((row) => warning('env.repeated', `${path(row)}.name`, { name: env[row]?.name ?? '' })),
    ];
  });
}

function checkEnvName(name: string, path: string): readonly Finding[] {
  if (name === '') return [error('env.nameRequired', path)];
  return when(!isEnvName(name), error('env.nameSyntax', path));
}

function checkSource(row: EnvDraft, path: string): readonly Finding[] {
  switch (row.source) {
    case 'value':
      return [];
    case 'podField':
      return when(!isPodField(row.fieldPath), error('env.fieldPath', `${path}.fieldPath`));
    case 'configMapKey':
    case 'secretKey': {
      const kind = row.source === 'secretKey' ? 'Secret' : 'ConfigMap';
      return [
        ...when(!isDnsSubdomain(row.object), error('env.object', `${path}.object`, { kind })),
        ...when(!isConfigKey(row.key), error('env.key', `${path}.key`, { kind })),
      ];
    }
  }
}

const podFields: ReadonlySet<string> = new Set([
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]);

/** The fields of a Pod that an environment variable may show (`validEnvDownwardAPIFieldPathExpressions`). */
function isPodField(text: string): boolean {
  const key = /^metadata\.(?:labels|annotations)\['([^']+)'\]$/.exec(text)?.[1];
  return podFields.has(text) || (key !== undefined && isQualifiedName(key));
}
