import type { KubeletContext } from './kubelet-context.ts';
import type { KubeObject } from '../../store/store.ts';
import { copyOf } from '../cluster.ts';
import type { Pod } from '../kinds.ts';
import { INIT_CONTAINER_RUN } from '../timing.ts';
import { isTerminal } from '../workload/pod-state.ts';
import { runContainer } from './container-runner.ts';
import { hasSucceeded, isSidecar, newContainerRun } from './container-run.ts';
import type { ContainerRun } from './container-run.ts';
import { podPhase } from './pod-phase.ts';
import type { PodRuntime } from './pod-runtime.ts';
import { podStatus } from './pod-status.ts';
import type { PodFacts } from './pod-status.ts';
import { createSandbox } from './sandbox-creation.ts';
import { runTime, stopTime } from './simulation-hints.ts';

/** Exit codes of a container that got SIGTERM and of one that got SIGKILL. */
const TERMINATED = 143;
const KILLED = 137;

/** The kubelet's work on one Pod, from its binding to a node until it is gone. */
export interface PodWorker {
  start(): void;
  /** Stops the containers within the grace period, then removes the Pod. May be called again with a shorter grace. */
  stop(): void;
  /** The Pod has left the store. */
  forget(): void;
}

/** @param bound a Pod with a node
 * @param images what was pulled to that node */
export function createPodWorker(context: KubeletContext, bound: Pod, images: Set<string>): PodWorker {
  const { clock, cluster, network, random } = context;
  const { namespace, name, uid } = bound.metadata;
  const node = bound.spec.nodeName ?? '';
  const recorder = context.events.of({ component: 'kubelet', host: node });
  const restartPolicy = bound.spec.restartPolicy ?? 'Always';
  const facts = initialFacts(bound, clock.now());
  const { initContainers, containers } = facts.runs;
  const timers = new Set<{ cancel(): void }>();
  let last = bound;
  let usesNetwork = bound.spec.hostNetwork !== true && facts.finalPhase === undefined;
  let removal: { due: number; timer: { cancel(): void } } | undefined;

  const runtime: PodRuntime = {
    pod() {
      const stored = cluster.get('v1/pods', namespace, name);
      if (stored?.metadata.uid === uid) last = stored;
      return last;
    },
    recorder,
    random,
    images,
    now: () => clock.now(),
    later(delay, task) {
      const timer = context.after(delay, () => {
        timers.delete(timer);
        task();
      });
      timers.add(timer);
    },
    publish() {
      const pod = runtime.pod();
      cluster.modifyStatus('v1/pods', pod, (copy) => {
        copy.status = podStatus(pod, cluster.get('v1/nodes', undefined, node), facts, clock.now());
      });
    },
  };

  /** Init containers run one after the other; a sidecar lets the next one start as soon as it runs. */
  function initialize(index: number): void {
    const run = initContainers[index];
    if (run === undefined) {
      for (const container of containers) runMain(container);
      return;
    }
    const next = () => initialize(index + 1);
    if (isSidecar(run)) {
      runContainer(runtime, { run, endsAfter: undefined, restarts: () => true, onStarted: once(next) });
    } else {
      const restarts = (exitCode: number) => exitCode !== 0 && restartPolicy !== 'Never';
      const onEnded = () => (podPhase(facts.runs, restartPolicy) === 'Failed' ? finish() : next());
      runContainer(runtime, { run, endsAfter: INIT_CONTAINER_RUN, restarts, onEnded });
    }
  }

  function runMain(run: ContainerRun): void {
    runContainer(runtime, {
      run,
      endsAfter: runTime(runtime.pod()),
      restarts: (exitCode) => restartPolicy === 'Always' || (restartPolicy === 'OnFailure' && exitCode !== 0),
      onEnded: () => {
        if (['Succeeded', 'Failed'].includes(podPhase(facts.runs, restartPolicy))) finish();
      },
    });
  }

  /** The Pod has ended by itself: what still runs in it stops, and its network is given back. */
  function finish(): void {
    cancelTimers();
    facts.finalPhase = podPhase(facts.runs, restartPolicy);
    endRunning(0);
    facts.hasSandbox = false;
    // The status comes first: Spiderpool's agent releases nothing of a Pod that is not known to have ended.
    runtime.publish();
    giveBackNetwork();
  }

  function running(): ContainerRun[] {
    return [...initContainers, ...containers].filter(({ state }) => state.kind === 'running');
  }

  function endRunning(exitCode: number): void {
    for (const run of running()) {
      if (run.state.kind !== 'running') continue;
      const { containerID = '' } = run;
      const times = { startedAt: run.state.since, finishedAt: clock.now() };
      Object.assign(run, { ready: false, started: false });
      run.state = { kind: 'terminated', exitCode, containerID, ...times };
    }
  }

  function giveBackNetwork(): void {
    facts.hasSandbox = false;
    if (usesNetwork) network.tearDown(copyOf<KubeObject>(runtime.pod()));
    usesNetwork = false;
  }

  function cancelTimers(): void {
    for (const timer of timers) timer.cancel();
    timers.clear();
  }

  function stop(): void {
    const pod = runtime.pod();
    const grace = (pod.metadata.deletionGracePeriodSeconds ?? 0) * 1000;
    const stopping = running();
    const needed = stopping.length === 0 ? 0 : stopTime(pod);
    const due = clock.now() + Math.min(grace, needed);
    if (removal === undefined) {
      cancelTimers();
      for (const run of stopping) {
        recorder.normal(pod, 'Killing', `Stopping container ${run.spec.name}`, run.fieldPath);
      }
    } else if (removal.due <= due) return;
    removal?.timer.cancel();
    const killed = needed > grace;
    removal = { due, timer: context.after(due - clock.now(), () => remove(killed)) };
  }

  /** @param killed whether the containers did not stop by themselves in time */
  function remove(killed: boolean): void {
    const pod = runtime.pod();
    if (!isTerminal(pod)) {
      // A service ends well when it is asked to stop; a Pod that was to end by itself was cut short.
      endRunning(killed ? KILLED : restartPolicy === 'Always' ? 0 : TERMINATED);
      if (containers.every(({ state }) => state.kind === 'terminated')) {
        facts.finalPhase = containers.every(hasSucceeded) ? 'Succeeded' : 'Failed';
      }
      giveBackNetwork();
      runtime.publish();
    }
    cluster.delete('v1/pods', pod, { gracePeriodSeconds: 0 });
  }

  return {
    start() {
      if (facts.finalPhase !== undefined || facts.hasSandbox) return;
      runtime.publish();
      createSandbox(context, runtime, ({ podIPs }) => {
        Object.assign(facts, { hasSandbox: true, podIPs });
        runtime.publish();
        initialize(0);
      });
    },
    stop,
    forget() {
      cancelTimers();
      removal?.timer.cancel();
      giveBackNetwork();
    },
  };
}

/** A Pod that was put into the store as running is taken over as it is. */
function initialFacts({ spec, status }: Pod, now: number): PodFacts {
  const waitsForInit = (spec.initContainers ?? []).length > 0;
  const reason = waitsForInit ? 'PodInitializing' : 'ContainerCreating';
  const runs = {
    initContainers: (spec.initContainers ?? []).map((container) =>
      newContainerRun(container, 'initContainers', reason),
    ),
    containers: spec.containers.map((container) => newContainerRun(container, 'containers', reason)),
  };
  const facts: PodFacts = { runs, hasSandbox: false, podIPs: [], startTime: now };
  const phase = status?.phase;
  if (phase === 'Succeeded' || phase === 'Failed') return { ...facts, finalPhase: phase };
  if (phase !== 'Running') return facts;
  for (const run of runs.containers) {
    run.state = { kind: 'running', since: now };
    Object.assign(run, { ready: true, started: true, containerID: '' });
  }
  return { ...facts, hasSandbox: true, podIPs: (status?.podIPs ?? []).flatMap(({ ip }) => ip ?? []) };
}

function once(task: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    task();
  };
}
