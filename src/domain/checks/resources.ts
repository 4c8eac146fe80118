import type { ContainerDraft, Draft, ResourcesDraft } from '../workload/draft.ts';
import { parseQuantity, type Quantity } from '../workload/quantity.ts';
import type { FieldName } from './field-name.ts';
import type { Finding } from './finding.ts';
import { repeatedIndexes } from './repeated.ts';
import { error, warning, when } from './report.ts';
import { integerIn, isQualifiedName } from './syntax.ts';

const pairs = [
  { request: 'cpuRequest', limit: 'cpuLimit' },
  { request: 'memoryRequest', limit: 'memoryLimit' },
] as const satisfies readonly {
  request: keyof ResourcesDraft & FieldName;
  limit: keyof ResourcesDraft & FieldName;
}[];

/** CPU and memory: quantities, not negative, no request above its limit (`ValidateContainerResourceRequirements`). */
export function checkQuantities({ containers }: Draft): readonly Finding[] {
  return containers.flatMap(({ resources }, index) =>
    pairs.flatMap(({ request, limit }) => {
      const path = `containers.${index}.resources`;
      const requested = quantityOf(resources[request]);
      const limited = quantityOf(resources[limit]);
      const above = requested !== null && limited !== null && requested.milli > limited.milli;
      return [
        ...when(
          resources[request] !== '' && requested === null,
          error('quantity.syntax', `${path}.${request}`, { field: request }),
        ),
        ...when(
          resources[limit] !== '' && limited === null,
          error('quantity.syntax', `${path}.${limit}`, { field: limit }),
        ),
        ...when(above, error('quantity.aboveLimit', `${path}.${request}`, { field: request })),
      ];
    }),
  );
}

/** `128m` of memory is an eighth of a byte; `128Mi` is what was meant. */
export function checkMemoryUnits({ containers }: Draft): readonly Finding[] {
  return containers.flatMap(({ resources }, index) =>
    (['memoryRequest', 'memoryLimit'] as const).flatMap((field) =>
      when(
        /^\d+m$/.test(resources[field]),
        warning('quantity.milliBytes', `containers.${index}.resources.${field}`, { field }),
      ),
    ),
  );
}

function quantityOf(text: string): Quantity | null {
  const quantity = parseQuantity(text);
  return quantity.ok && quantity.value.milli >= 0n ? quantity.value : null;
}

/**
 * Extended resources: a name with a domain and a whole number (`IsExtendedResourceName`), or huge pages with a
 * quantity. Each name once, and none that the NIC step counts itself.
 */
export function checkExtendedResources({ containers, network }: Draft): readonly Finding[] {
  const derived = new Set(network.deviceResources.map(({ name }) => name));
  return containers.flatMap(({ resources }, index) => {
    const path = `containers.${index}.resources.extended`;
    const repeated = new Set(repeatedIndexes(resources.extended.map(({ name }) => name)));
    return resources.extended.flatMap((row, position) => [
      ...checkResourceName(row.name, `${path}.${position}.name`),
      ...when(
        repeated.has(position),
        error('resource.repeated', `${path}.${position}.name`, { name: row.name }),
      ),
      ...when(
        index === 0 && derived.has(row.name),
        error('resource.ownedByNics', `${path}.${position}.name`, { name: row.name }),
      ),
      ...when(!isCount(row), error('resource.count', `${path}.${position}.count`)),
    ]);
  });
}

function checkResourceName(name: string, path: string): readonly Finding[] {
  if (name === '') return [error('resource.nameRequired', path)];
  const extended =
    name.includes('/') && isQualifiedName(name) && !name.startsWith('requests.') && !isNative(name);
  return when(!extended && !isHugePages(name), error('resource.nameSyntax', path));
}

/** Names below `kubernetes.io` belong to Kubernetes. */
function isNative(name: string): boolean {
  const [domain = ''] = name.split('/');
  return domain === 'kubernetes.io' || domain.endsWith('.kubernetes.io');
}

function isHugePages(name: string): boolean {
  return /^hugepages-\d+[KMG]i$/.test(name);
}

function isCount({ name, count }: ContainerDraft['resources']['extended'][number]): boolean {
  return isHugePages(name) ? quantityOf(count) !== null : integerIn(count, 1, Number.MAX_SAFE_INTEGER);
}
