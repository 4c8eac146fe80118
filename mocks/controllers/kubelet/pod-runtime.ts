import type { EventRecorder } from '../events/event-recorder.ts';
import type { Pod } from '../kinds.ts';
import type { Random } from '../random.ts';

/** What the parts of the kubelet that work on one Pod share. */
export interface PodRuntime {
  /** The Pod as stored now, or as it was last. */
  pod(): Pod;
  /** Speaks as the kubelet of the Pod's node. */
  recorder: EventRecorder;
  random: Random;
  now(): number;
  /** Runs a task later, unless the Pod is being stopped by then. */
  later(delay: number, task: () => void): void;
  /** Writes the status of the Pod. */
  publish(): void;
  /** The images that were pulled to the node. */
  images: Set<string>;
}

/** `web-7d4b9c6f58-x7k2p_default(3f1c...)`: how the kubelet names a Pod in messages. */
export function describePod({ metadata }: Pod): string {
  return `${metadata.name}_${metadata.namespace ?? ''}(${metadata.uid})`;
}

/** A duration as Go writes it: `10s`, `1m20s`, `5m0s`, `412ms`. */
export function goDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${milliseconds}ms`;
  const whole = Math.floor(milliseconds / 1000);
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `${whole}s` : `${minutes}m${whole % 60}s`;
}
