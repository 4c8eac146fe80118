import { isRecord, recordAt, valueAt, type UntypedRecord } from '../untyped.ts';
import { documentOf, type ManifestDocuments } from './manifest-document.ts';

/** What the API server and its controllers write into the metadata of an object, and what ties it to others: not the user's. */
const serverMetadata: ReadonlySet<string> = new Set([
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
  'selfLink',
  'generateName',
  'ownerReferences',
  'finalizers',
]);

const serverAnnotations: ReadonlySet<string> = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'deployment.kubernetes.io/revision',
]);

/**
 * The manifest from which a copy of a stored Deployment is made: everything but what the server and its controllers wrote.
 * Name and namespace stay, for the reader of the draft; of `spec` only the empty `creationTimestamp` of the template goes.
 */
export function copyManifest(deployment: object): ManifestDocuments {
  const { status: _, ...rest } = deployment as UntypedRecord;
  const metadata = recordAt(rest, 'metadata');
  const annotations = withoutKeys(recordAt(metadata, 'annotations'), serverAnnotations);
  const copy = {
    // The items of a list do not say what they are.
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    ...rest,
    metadata: {
      ...withoutKeys(metadata, serverMetadata),
      annotations: Object.keys(annotations).length === 0 ? undefined : annotations,
    },
    spec: withoutTemplateTime(rest['spec']),
  };
  return [documentOf(copy)];
}

/** The API server answers with `creationTimestamp: null` there, whoever made the template. */
function withoutTemplateTime(spec: unknown): unknown {
  const template = valueAt(spec, 'template');
  const metadata = valueAt(template, 'metadata');
  if (!isRecord(spec) || !isRecord(template) || !isRecord(metadata)) return spec;
  if (metadata['creationTimestamp'] !== null) return spec;
  const kept = withoutKeys(metadata, new Set(['creationTimestamp']));
  return { ...spec, template: { ...template, metadata: kept } };
}

function withoutKeys(record: UntypedRecord, keys: ReadonlySet<string>): UntypedRecord {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.has(key)));
}

/** Names of workloads have at most 63 characters, since labels carry them. */
const longest = 63;

/** `web` becomes `web-copy`; a long name loses its end. */
export function copyName(name: string): string {
  const end = '-copy';
  return `${name.slice(0, longest - end.length).replace(/[-.]+$/, '')}${end}`;
}
