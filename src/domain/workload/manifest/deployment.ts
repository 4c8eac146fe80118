import type { AnnotationProblem } from '../../spiderpool/annotation-problem.ts';
import type { Draft } from '../draft.ts';
import { emptyContainer } from '../new-draft.ts';
import { containersEdit, readContainers } from './container.ts';
import { dnsEdits, readDns } from './dns.ts';
import { type Edit, map, optional } from './edit.ts';
import { metadataEdit, podLabelsEdit, readMetadata, selectorEdit } from './metadata.ts';
import { podAnnotationsEdit, readPodAnnotations } from './pod-annotations.ts';
import { at, textOf } from './plain.ts';
import { pullSecretsEdit, readPullSecrets } from './pull-secrets.ts';
import { readScheduling, schedulingEdits } from './scheduling.ts';
import { integer } from './text-form.ts';
import { gracePeriodEdit, readUpgrade, upgradeEdits } from './upgrade.ts';
import { DESCRIPTION } from '../labels.ts';

/** Everything of the draft that the Deployment shows, and what of its annotations cannot be shown. */
export function readDeployment(deployment: unknown): {
  readonly draft: Omit<Draft, 'service'>;
  readonly problems: readonly AnnotationProblem[];
} {
  const spec = at(deployment, 'spec');
  const podSpec = at(spec, 'template', 'spec');
  const namespace = textOf(at(deployment, 'metadata', 'namespace'));
  const containers = readContainers(at(podSpec, 'containers'));
  const annotations = readPodAnnotations(at(spec, 'template', 'metadata', 'annotations'), namespace);
  const draft = {
    basics: {
      name: textOf(at(deployment, 'metadata', 'name')),
      namespace,
      replicas: textOf(at(spec, 'replicas')),
      description: textOf(at(deployment, 'metadata', 'annotations', DESCRIPTION)),
    },
    containers: containers.length === 0 ? [emptyContainer()] : containers,
    network: annotations.network,
    dns: readDns(podSpec),
    upgrade: readUpgrade(spec),
    scheduling: readScheduling(podSpec),
    metadata: {
      ...readMetadata(deployment),
      podAnnotations: annotations.podAnnotations,
      pullSecrets: readPullSecrets(podSpec),
    },
  };
  return { draft, problems: annotations.problems };
}

/**
 * Where each field of the draft lives in the Deployment: the one table of its paths. New keys are written in this order.
 * @param deployment the plain object in the document
 */
export function deploymentEdit(deployment: unknown, draft: Draft): Edit {
  const spec = at(deployment, 'spec');
  const template = at(spec, 'template');
  const podSpec = at(template, 'spec');
  const podMetadata = at(template, 'metadata');
  return map([
    ['metadata', metadataEdit(at(deployment, 'metadata'), draft)],
    [
      'spec',
      map([
        optional(spec, 'replicas', draft.basics.replicas, 'basics.replicas', integer),
        ['selector', selectorEdit(at(spec, 'selector'), draft)],
        ...upgradeEdits(spec, draft.upgrade),
        [
          'template',
          map([
            [
              'metadata',
              map([
                ['labels', podLabelsEdit(at(podMetadata, 'labels'), draft)],
                ['annotations', podAnnotationsEdit(at(podMetadata, 'annotations'), draft)],
              ]),
            ],
            [
              'spec',
              map([
                [
                  'containers',
                  containersEdit(at(podSpec, 'containers'), draft.containers, draft.network.deviceResources),
                ],
                pullSecretsEdit(podSpec, draft.metadata.pullSecrets),
                ...schedulingEdits(podSpec, draft.scheduling),
                ...dnsEdits(podSpec, draft.dns),
                gracePeriodEdit(podSpec, draft.upgrade),
              ]),
            ],
          ]),
        ],
      ]),
    ],
  ]);
}
