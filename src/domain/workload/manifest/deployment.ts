import type { ClusterView } from '../../cluster-view.ts';
import type { AnnotationProblem } from '../../spiderpool/annotation-problem.ts';
import type { Draft } from '../draft.ts';
import { DESCRIPTION } from '../labels.ts';
import { type Edit, map, optional } from './edit.ts';
import { metadataEdit, readMetadata, selectorEdit } from './metadata.ts';
import { at, textOf } from './plain.ts';
import { podTemplateEdit, readPodTemplate } from './pod-template.ts';
import { integer } from './text-form.ts';
import { readUpgrade, upgradeEdits } from './upgrade.ts';

/**
 * Everything of the draft that the Deployment shows, and what of its annotations cannot be shown.
 * @param assumedNamespace for a manifest that leaves its namespace to whoever applies it
 * @param view where the cluster is known
 */
export function readDeployment(
  deployment: unknown,
  assumedNamespace = '',
  view?: ClusterView,
): {
  readonly draft: Omit<Draft, 'service'>;
  readonly problems: readonly AnnotationProblem[];
} {
  const spec = at(deployment, 'spec');
  const namespace = textOf(at(deployment, 'metadata', 'namespace')) || assumedNamespace;
  const template = readPodTemplate(at(spec, 'template'), namespace, view);
  const { podAnnotations, pullSecrets, problems, ...pod } = template;
  const draft = {
    ...pod,
    basics: {
      name: textOf(at(deployment, 'metadata', 'name')),
      namespace,
      replicas: textOf(at(spec, 'replicas')),
      description: textOf(at(deployment, 'metadata', 'annotations', DESCRIPTION)),
    },
    upgrade: readUpgrade(spec),
    metadata: { ...readMetadata(deployment), podAnnotations, pullSecrets },
  };
  return { draft, problems };
}

/**
 * Where each field of the draft lives in the Deployment: the one table of its paths. New keys are written in this order.
 * @param deployment the plain object in the document
 */
export function deploymentEdit(deployment: unknown, draft: Draft): Edit {
  const spec = at(deployment, 'spec');
  return map([
    ['metadata', metadataEdit(at(deployment, 'metadata'), draft)],
    [
      'spec',
      map([
        optional(spec, 'replicas', draft.basics.replicas, 'basics.replicas', integer),
        ['selector', selectorEdit(at(spec, 'selector'), draft)],
        ...upgradeEdits(spec, draft.upgrade),
        ['template', podTemplateEdit(at(spec, 'template'), draft)],
      ]),
    ],
  ]);
}
