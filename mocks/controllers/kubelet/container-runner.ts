import {
  CONTAINER_START,
  CRASH,
  FIRST_CONTAINER_BACKOFF,
  FIRST_RESTART,
  KUBELET_RESYNC,
  LONGEST_CONTAINER_BACKOFF,
  PROBE_PERIOD,
  PULL_FAILURE_SHOWN,
} from '../timing.ts';
import type { ContainerRun } from './container-run.ts';
import { alwaysPulls, canonicalImage, imageSize, pullError, pullTime } from './image.ts';
import { describePod, goDuration } from './pod-runtime.ts';
import type { PodRuntime } from './pod-runtime.ts';
import { behaviourOf } from './simulation-hints.ts';

/** What a container is to do after it was started. */
export interface ContainerPlan {
  run: ContainerRun;
  /** Milliseconds until it ends by itself with exit code 0; undefined: never. */
  endsAfter: number | undefined;
  /** Whether it is started again after it ended with this code. */
  restarts(exitCode: number): boolean;
  onStarted?(): void;
  /** It has ended and stays so. */
  onEnded?(): void;
}

/**
 * Pulls the image of a container, starts it, and keeps it running as its Pod wants it, with the states and events that
 * the kubelet shows meanwhile.
 */
export function runContainer(runtime: PodRuntime, plan: ContainerPlan): void {
  const { recorder, images } = runtime;
  const { run } = plan;
  const image = run.spec.image ?? '';
  const behaviour = behaviourOf(image);
  const normal = (reason: string, message: string) =>
    recorder.normal(runtime.pod(), reason, message, run.fieldPath);
  const warning = (reason: string, message: string) =>
    recorder.warning(runtime.pod(), reason, message, run.fieldPath);

  function start(delay: number): void {
    if (behaviour === 'cannotBePulled') failPull(0);
    else if (images.has(canonicalImage(image)) && !alwaysPulls(image, run.spec.imagePullPolicy)) {
      runtime.later(delay, () => begin(`Container image "${image}" already present on machine`));
    } else {
      normal('Pulling', `Pulling image "${image}"`);
      runtime.later(delay, () => {
        images.add(canonicalImage(image));
        const time = goDuration(pullTime(image));
        begin(
          `Successfully pulled image "${image}" in ${time} (${time} including waiting). ` +
            `Image size: ${imageSize(image)} bytes.`,
        );
      });
    }
  }

  /** Source: `EnsureImageExists` of k8s.io/kubernetes/pkg/kubelet/images. */
  function failPull(failures: number): void {
    const error = pullError(image);
    normal('Pulling', `Pulling image "${image}"`);
    warning('Failed', `Failed to pull image "${image}": ${error}`);
    warning('Failed', 'Error: ErrImagePull');
    run.state = { kind: 'waiting', reason: 'ErrImagePull', message: error };
    runtime.publish();
    const backoff = backoffAfter(failures);
    runtime.later(PULL_FAILURE_SHOWN, () => {
      const message = `Back-off pulling image "${image}"`;
      run.state = {
        kind: 'waiting',
        reason: 'ImagePullBackOff',
        message: `${message}: ErrImagePull: ${error}`,
      };
      runtime.publish();
      repeat(backoff - PULL_FAILURE_SHOWN, () => {
        normal('BackOff', message);
        warning('Failed', 'Error: ImagePullBackOff');
      });
    });
    runtime.later(backoff, () => failPull(failures + 1));
  }

  function begin(pulled: string): void {
    normal('Pulled', pulled);
    normal('Created', `Created container: ${run.spec.name}`);
    normal('Started', `Started container ${run.spec.name}`);
    run.containerID = `containerd://${runtime.random.hex(64)}`;
    run.state = { kind: 'running', since: runtime.now() };
    watchProbes();
    runtime.publish();
    plan.onStarted?.();
    const ends = behaviour === 'crashes' ? CRASH : plan.endsAfter;
    if (ends !== undefined) runtime.later(ends, () => end(behaviour === 'crashes' ? 1 : 0));
  }

  /** A container without probes is ready at once. Simulated probes succeed the first time they are asked. */
  function watchProbes(): void {
    const { startupProbe, readinessProbe } = run.spec;
    const { containerID } = run;
    const startup = (startupProbe?.initialDelaySeconds ?? 0) * 1000;
    const readiness = Math.max(startup, (readinessProbe?.initialDelaySeconds ?? 0) * 1000);
    const whileRunning = (delay: number, task: () => void) =>
      runtime.later(delay, () => {
        if (run.containerID === containerID && run.state.kind === 'running') task();
      });

    function pass(probe: 'started' | 'ready', delay: number): void {
      if (delay === 0) run[probe] = true;
      else {
        whileRunning(delay, () => {
          run[probe] = true;
          runtime.publish();
        });
      }
    }

    function failAgain(period: number): void {
      whileRunning(period, () => {
        warning('Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 503');
        failAgain(period);
      });
    }

    pass('started', startup);
    if (behaviour !== 'isNeverReady') pass('ready', readiness);
    else failAgain((readinessProbe?.periodSeconds ?? PROBE_PERIOD) * 1000);
  }

  function end(exitCode: number): void {
    const { state, containerID = '' } = run;
    if (state.kind !== 'running') return;
    const finishedAt = runtime.now();
    run.state = { kind: 'terminated', exitCode, startedAt: state.since, finishedAt, containerID };
    run.ready = false;
    run.started = false;
    const again = plan.restarts(exitCode);
    runtime.publish();
    if (!again) plan.onEnded?.();
    else if (run.restartCount === 0) runtime.later(FIRST_RESTART, restart);
    else backOff(backoffAfter(run.restartCount - 1));
  }

  /** Source: `doBackOff` of k8s.io/kubernetes/pkg/kubelet/kuberuntime. */
  function backOff(backoff: number): void {
    const { name } = run.spec;
    const pod = describePod(runtime.pod());
    const message = `back-off ${goDuration(backoff)} restarting failed container=${name} pod=${pod}`;
    if (run.state.kind === 'terminated') run.last = run.state;
    run.state = { kind: 'waiting', reason: 'CrashLoopBackOff', message };
    runtime.publish();
    repeat(backoff, () => warning('BackOff', `Back-off restarting failed container ${name} in pod ${pod}`));
    runtime.later(backoff, restart);
  }

  function restart(): void {
    if (run.state.kind === 'terminated') run.last = run.state;
    run.restartCount += 1;
    start(0);
  }

  /** Says something now, and again whenever the kubelet looks at the Pod within the time. */
  function repeat(time: number, say: () => void): void {
    say();
    if (time > KUBELET_RESYNC) runtime.later(KUBELET_RESYNC, () => repeat(time - KUBELET_RESYNC, say));
  }

  start(CONTAINER_START);
}

function backoffAfter(failures: number): number {
  return Math.min(LONGEST_CONTAINER_BACKOFF, FIRST_CONTAINER_BACKOFF * 2 ** failures);
}
