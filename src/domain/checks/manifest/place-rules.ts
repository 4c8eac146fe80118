import { NAMESPACE_DEFAULT_POOLS } from '../../spiderpool/annotation-keys.ts';
import { ownedAnnotationKeys } from '../../spiderpool/annotations.ts';
import type { PlaceKeys } from '../../workload/field-places.ts';
import { at, entriesOf, isPlainMap, listOf, textOf } from '../../workload/manifest/plain.ts';
import type { WorkloadReading } from '../../workload/read-workload.ts';
import { templateKeys } from '../../workload/workload-kind.ts';
import { error, warning } from '../report.ts';
import type { ManifestFinding } from './placed-finding.ts';

const spiderpoolPrefix = 'ipam.spidernet.io/';
const namespaceKeys: readonly string[] = Object.values(NAMESPACE_DEFAULT_POOLS);

/** Annotations of Spiderpool on the Pods that nothing reads there: those of Namespaces, and those that do not exist (1.0). */
export function checkIdleAnnotations({ workload, object }: WorkloadReading): readonly ManifestFinding[] {
  const keys = [...templateKeys(workload.kind), 'metadata', 'annotations'];
  return entriesOf(at(object.plain, ...keys)).flatMap(([key]): ManifestFinding[] => {
    if (!key.startsWith(spiderpoolPrefix) || ownedAnnotationKeys.includes(key)) return [];
    const code = namespaceKeys.includes(key) ? 'manifest.namespaceAnnotation' : 'manifest.unknownAnnotation';
    return [{ ...warning(code, 'metadata.podAnnotations', { key }), keys: [...keys, key] }];
  });
}

/** The annotations of the NICs on the Jobs of a CronJob, one level above its Pods (1.0). */
export function checkJobAnnotations({ workload, object }: WorkloadReading): readonly ManifestFinding[] {
  const keys = [...workload.kind.spec.slice(0, -1), 'metadata', 'annotations'];
  if (keys.length <= 2) return [];
  return entriesOf(at(object.plain, ...keys)).flatMap(([key]): ManifestFinding[] =>
    ownedAnnotationKeys.includes(key)
      ? [{ ...error('manifest.annotationElsewhere', 'metadata.annotations', { key }), keys: [...keys, key] }]
      : [],
  );
}

/** Labels and annotations are texts: the API refuses an unquoted `+1` or `true`, which YAML reads as a number or a boolean. */
export function checkTexts({ workload, object }: WorkloadReading): readonly ManifestFinding[] {
  const { kind } = workload;
  const template = templateKeys(kind);
  const maps: readonly PlaceKeys[] = [
    ['metadata', 'labels'],
    ['metadata', 'annotations'],
    ...(kind.selector ? [['spec', 'selector', 'matchLabels']] : []),
    ...(template.length === 0 ? [] : [[...template, 'metadata', 'labels']]),
    ...(template.length === 0 ? [] : [[...template, 'metadata', 'annotations']]),
    [...template, 'spec', 'nodeSelector'],
  ];
  return maps.flatMap((keys) =>
    entriesOf(valueAt(object.plain, keys)).flatMap(([key, value]) =>
      isText(value) ? [] : [notText([...keys, key], key)],
    ),
  );
}

/** So are the values of the environment. */
export function checkEnvironmentTexts({ workload, object }: WorkloadReading): readonly ManifestFinding[] {
  const containers = [...templateKeys(workload.kind), 'spec', 'containers'];
  return listOf(valueAt(object.plain, containers)).flatMap((container, index) =>
    listOf(at(container, 'env')).flatMap((row, position): ManifestFinding[] => {
      const keys = [...containers, index, 'env', position, 'value'];
      return isText(at(row, 'value')) ? [] : [notText(keys, textOf(at(row, 'name')))];
    }),
  );
}

/** A value that is left empty is an empty text. */
function isText(value: unknown): boolean {
  return typeof value === 'string' || value === undefined || value === null;
}

function notText(keys: PlaceKeys, key: string): ManifestFinding {
  return { ...error('manifest.notText', '', { key }), keys };
}

function valueAt(object: unknown, keys: PlaceKeys): unknown {
  return at(object, ...keys.map(String));
}

/** The API asks for a selector, and for Pods that it selects (`ValidateDeploymentSpec` and its kind). */
export function checkSelector({ workload, object }: WorkloadReading): readonly ManifestFinding[] {
  if (!workload.kind.selector) return [];
  const selector = at(object.plain, 'spec', 'selector');
  const wanted = entriesOf(at(selector, 'matchLabels'));
  const params = { kind: workload.identity.kind };
  if (wanted.length === 0 && listOf(at(selector, 'matchExpressions')).length === 0) {
    const found = error('manifest.selectorRequired', 'metadata.selector', params);
    return [{ ...found, keys: ['spec', 'selector'] }];
  }
  const keys = ['spec', 'template', 'metadata', 'labels'];
  const labels = at(object.plain, ...keys);
  const given = isPlainMap(labels) ? labels : new Map();
  return wanted.flatMap(([key, value]): ManifestFinding[] =>
    given.has(key)
      ? []
      : [{ ...error('manifest.selectorMisses', 'metadata.podLabels', { key, value: textOf(value) }), keys }],
  );
}
