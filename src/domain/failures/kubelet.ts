import type { FailureRule } from './failure.ts';

/** The kubelet and the container runtime, around a network that takes too long. */
export const kubeletRules: readonly FailureRule[] = [
  /** 29. The sandbox that the kubelet gave up is still being made. containerd `RunPodSandbox`. */
  { cause: 'sandboxNameReserved', pattern: /failed to reserve sandbox name "/, noise: true },
  /** The kubelet's `--runtime-request-timeout` (2 min) is over: three NICs that wait 50 s each for a pool exceed it. */
  { cause: 'sandboxTimeout', pattern: /^context deadline exceeded/, noise: true },
];
