import { isMap, type Node, type YAMLMap } from 'yaml';
import type { AnnotationProblem } from '../spiderpool/annotation-problem.ts';
import { ofExisting } from '../spiderpool/read-network.ts';
import { type ResourceOf, splitDeviceResources } from './device-resources.ts';
import type { Draft } from './draft.ts';
import { deploymentEdit, readDeployment } from './manifest/deployment.ts';
import type { Edit } from './manifest/edit.ts';
import { otherWorkloadEdit, readOtherWorkload, type Surroundings } from './manifest/other-workload.ts';
import { plainOf } from './manifest/plain-document.ts';
import { at, listOf, textOf } from './manifest/plain.ts';
import type { ManifestDocuments } from './manifest-document.ts';
import { newService } from './new-draft.ts';
import { isDeployment, type Workload } from './workload-kind.ts';

export type { Surroundings } from './manifest/other-workload.ts';

/** One object of a manifest: a document, or an item of a List in one. */
export interface ManifestObject {
  readonly node: Node;
  /** Its value, maps as `Map`. */
  readonly plain: unknown;
}

/** A workload of any kind as the rules take it. */
export interface WorkloadReading {
  readonly workload: Workload;
  readonly object: ManifestObject;
  readonly draft: Draft;
  /** What Spiderpool and Multus will not take of the annotations. */
  readonly problems: readonly AnnotationProblem[];
  /** Where the fields of the draft live in the object. */
  readonly edit: Edit;
}

/** The objects of a manifest in their order, those in Lists (`kubectl get -o yaml`) one by one. */
export function objectsOf(documents: ManifestDocuments): readonly ManifestObject[] {
  return documents.flatMap((document) => {
    const { contents } = document;
    return isMap(contents) ? membersOf(contents, plainOf(document)) : [];
  });
}

function membersOf(node: YAMLMap, plain: unknown): readonly ManifestObject[] {
  const items = node.get('items', true) as unknown;
  const listed = textOf(at(plain, 'kind')).endsWith('List') ? listOf(at(plain, 'items')) : undefined;
  if (listed === undefined || typeof items !== 'object' || items === null || !('items' in items)) {
    return [{ node, plain }];
  }
  const nodes = listOf(items.items);
  return listed.flatMap((item, index) => {
    const inner = nodes[index];
    return isMap(inner) ? [{ node: inner, plain: item }] : [];
  });
}

/** The draft that a workload of any kind shows. A Deployment reads as the wizard reads it. */
export function readWorkload(
  object: ManifestObject,
  workload: Workload,
  surroundings: Surroundings,
  resourceOf: ResourceOf,
): WorkloadReading {
  const { draft, problems } = readAny(object.plain, workload, surroundings);
  const split = splitDeviceResources({ ...draft, network: ofExisting(draft.network) }, resourceOf);
  const edit = isDeployment(workload)
    ? deploymentEdit(object.plain, split)
    : otherWorkloadEdit(object.plain, workload, split);
  return { workload, object, draft: split, problems, edit };
}

function readAny(
  plain: unknown,
  workload: Workload,
  surroundings: Surroundings,
): { readonly draft: Draft; readonly problems: readonly AnnotationProblem[] } {
  if (!isDeployment(workload)) return readOtherWorkload(plain, workload, surroundings);
  const { draft, problems } = readDeployment(plain, surroundings.namespace, surroundings.view);
  return { draft: { ...draft, service: newService() }, problems };
}
