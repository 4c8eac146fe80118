import type { KubernetesObject } from '../../cluster/resources.ts';
import { toObject, type ManifestDocuments } from '../../domain/workload/manifest-document.ts';
import type { SubmittedObject } from './submission.ts';

/** The objects of a manifest that the wizard creates, the workload first. Their names are in the documents. */
export function submittedObjects(documents: ManifestDocuments): SubmittedObject[] {
  const objects = documents.flatMap((document): SubmittedObject[] => {
    const body = toObject(document) as KubernetesObject;
    const { kind } = body;
    if (kind !== 'Deployment' && kind !== 'Service') return [];
    return [{ kind, namespace: body.metadata?.namespace ?? '', name: body.metadata?.name ?? '', body }];
  });
  return objects.toSorted((a, b) => Number(a.kind === 'Service') - Number(b.kind === 'Service'));
}
