import type { Pod } from '../kinds.ts';
import { CONTAINER_STOP, COMPLETION } from '../timing.ts';
import { imageTag } from './image.ts';

/** What a simulated container does, told by the tag of its image. Every other tag runs well. */
export const IMAGE_TAGS = {
  /** Cannot be pulled: ErrImagePull, ImagePullBackOff. */
  missing: 'missing',
  /** Runs for a second, then exits with 1: CrashLoopBackOff; in a Job, a failed Pod. */
  crash: 'crash',
  /** Runs, and its readiness probe fails for ever. */
  notReady: 'notready',
} as const;

/** Annotations of a Pod that set how long its containers take, in seconds. */
export const STOP_SECONDS = 'simulation.podnic.io/stop-seconds';
export const RUN_SECONDS = 'simulation.podnic.io/run-seconds';

/** How a container behaves. */
export type Behaviour = 'runs' | 'cannotBePulled' | 'crashes' | 'isNeverReady';

export function behaviourOf(image: string): Behaviour {
  switch (imageTag(image)) {
    case IMAGE_TAGS.missing:
      return 'cannotBePulled';
    case IMAGE_TAGS.crash:
      return 'crashes';
    case IMAGE_TAGS.notReady:
      return 'isNeverReady';
    default:
      return 'runs';
  }
}

/** How long the containers of a Pod take to stop after they were asked to, in milliseconds. */
export function stopTime(pod: Pod): number {
  return hinted(pod, STOP_SECONDS) ?? CONTAINER_STOP;
}

/**
 * How long the containers of a Pod run before they end by themselves, in milliseconds; undefined for Pods that run for
 * ever (restartPolicy Always without a hint).
 */
export function runTime(pod: Pod): number | undefined {
  const ends = (pod.spec.restartPolicy ?? 'Always') !== 'Always';
  return hinted(pod, RUN_SECONDS) ?? (ends ? COMPLETION : undefined);
}

function hinted({ metadata }: Pod, key: string): number | undefined {
  const value = metadata.annotations?.[key];
  return value !== undefined && /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : undefined;
}
