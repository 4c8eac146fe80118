/** How long things take in the simulated cluster, in milliseconds of its clock. */

/** From the creation of a Pod to its node. */
export const SCHEDULING = 100;
/** From the node to a sandbox with network, when the network does not wait. */
export const SANDBOX_CREATION = 400;
/** From the sandbox to running containers, image pull included. */
export const CONTAINER_START = 600;
/** How long an ordinary init container runs. */
export const INIT_CONTAINER_RUN = 300;
/** How long a container of a Pod that is meant to end (restartPolicy Never or OnFailure) runs. */
export const COMPLETION = 3_000;
/** How long a crashing container runs before it exits with 1. */
export const CRASH = 1_000;
/** How long containers take to stop; less when the grace period is shorter. */
export const CONTAINER_STOP = 1_000;

/** First retry of a failed sandbox; doubles. The real kubelet waits 10 to 15 s from the start, which nobody wants to watch. */
export const FIRST_SANDBOX_RETRY = 1_000;
export const LONGEST_SANDBOX_RETRY = 10_000;
/** Back-off of crashing containers and failing image pulls; doubles. Source: `MaxContainerBackOff` of the kubelet. */
export const FIRST_CONTAINER_BACKOFF = 10_000;
export const LONGEST_CONTAINER_BACKOFF = 300_000;
/** From the first end of a container to its restart; later ones wait for the back-off. */
export const FIRST_RESTART = 1_000;
/** How long a Pod shows ErrImagePull before it shows ImagePullBackOff. */
export const PULL_FAILURE_SHOWN = 2_000;
/** How often the kubelet looks again at a Pod whose container is in back-off. */
export const KUBELET_RESYNC = 12_000;
/** `periodSeconds` of a probe that does not say it, in seconds. */
export const PROBE_PERIOD = 10;

/** Back-off of a Pod that fits no node; doubles. Source: `podInitialBackoffSeconds`, `podMaxBackoffSeconds` of kube-scheduler. */
export const FIRST_SCHEDULING_BACKOFF = 1_000;
export const LONGEST_SCHEDULING_BACKOFF = 10_000;
/** A Pod that fits no node is tried again after this time even if nothing has changed. */
export const UNSCHEDULABLE_RETRY = 300_000;

/** Retry of a failed reconcile; doubles. Real controllers go up to 1,000 s. */
export const FIRST_RETRY = 5;
export const LONGEST_RETRY = 30_000;

/** How long a Pod outlives its node before it is removed. Source: `quarantineTime` of the Pod garbage collector. */
export const ORPHANED_POD_QUARANTINE = 40_000;
/** Back-off of a Job after a failed Pod; doubles. Source: `DefaultJobPodFailureBackOff`, `MaxJobPodFailureBackOff`. */
export const FIRST_JOB_BACKOFF = 10_000;
export const LONGEST_JOB_BACKOFF = 600_000;
/** How long events are kept. Source: `--event-ttl` of kube-apiserver. */
export const EVENT_LIFETIME = 3_600_000;
