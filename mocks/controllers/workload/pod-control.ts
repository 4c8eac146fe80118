import type { PodSpec, PodTemplateSpec } from 'kubernetes-types/core/v1';
import { StatusError } from '../../store/store.ts';
import type { NewKubeObject } from '../../store/store.ts';
import { copyOf } from '../cluster.ts';
import type { ControllerContext } from '../controller-context.ts';
import type { EventRecorder } from '../events/event-recorder.ts';
import type { AnyObject, Immutable, Pod } from '../kinds.ts';
import { createPod } from './create-pod.ts';
import { controllerReference } from './owner-reference.ts';

/** Creates and deletes the Pods of a workload, and says so in events on the workload. */
export interface PodControl {
  /** Creates a Pod with a generated name, or with `name`. Throws `StatusError` when it is refused. */
  create(owner: AnyObject, template: Immutable<PodTemplateSpec>, options?: { generateName?: string }): void;
  /** Deletes a Pod with its own grace period. */
  delete(owner: AnyObject, pod: Pod): void;
}

const LONGEST_PREFIX = 63 - 5;

/** @param recorder speaks for the controller that owns the Pods */
export function createPodControl(context: ControllerContext, recorder: EventRecorder): PodControl {
  return {
    create(owner, template, { generateName = `${owner.metadata.name}-` } = {}) {
      const name = generateName.slice(0, LONGEST_PREFIX) + context.random.suffix();
      try {
        createPod(context, podFromTemplate(owner, template, { name, generateName }));
      } catch (error) {
        if (isNamespaceTerminating(error)) return;
        if (error instanceof StatusError) {
          recorder.warning(owner, 'FailedCreate', `Error creating: ${error.message}`);
        }
        throw error;
      }
      recorder.normal(owner, 'SuccessfulCreate', `Created pod: ${name}`);
    },
    delete(owner, pod) {
      context.cluster.delete('v1/pods', pod);
      recorder.normal(owner, 'SuccessfulDelete', `Deleted pod: ${pod.metadata.name}`);
    },
  };
}

/** The Pod that a template describes, owned by `owner`. */
export function podFromTemplate(
  owner: AnyObject,
  template: Immutable<PodTemplateSpec>,
  name: { name: string; generateName?: string },
): NewKubeObject & { spec: PodSpec } {
  const { metadata = {}, spec } = copyOf<PodTemplateSpec>(template);
  const { labels, annotations, finalizers } = metadata;
  const { namespace } = owner.metadata;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(labels === undefined ? {} : { labels }),
      ...(annotations === undefined ? {} : { annotations }),
      ...(finalizers === undefined ? {} : { finalizers }),
      ownerReferences: [controllerReference(owner)],
    },
    spec: spec ?? { containers: [] },
  };
}

/** Whether a creation was refused because the whole namespace is being deleted, which nobody needs to be told. */
export function isNamespaceTerminating(error: unknown): boolean {
  if (!(error instanceof StatusError)) return false;
  return error.status.details?.causes?.some(({ reason }) => reason === 'NamespaceTerminating') ?? false;
}
