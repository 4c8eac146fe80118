import type { ContainerState, ContainerStatus, Pod, PodStatus } from 'kubernetes-types/core/v1';
import { since } from '../print/duration.ts';

/** What READY, STATUS and RESTARTS of `kubectl get pods` are made of. */
export interface PodSummary {
  ready: string;
  status: string;
  restarts: string;
}

interface Tally {
  restarts: number;
  lastRestart: string;
}

/** Source: `printPod` of pkg/printers/internalversion. */
export function podSummary(pod: Pod, deleted: boolean, now: number): PodSummary {
  const status: PodStatus = pod.status ?? {};
  const sidecars = new Set(
    (pod.spec?.initContainers ?? []).filter((c) => c.restartPolicy === 'Always').map(({ name }) => name),
  );
  const total = (pod.spec?.containers ?? []).length + sidecars.size;
  const init = initState(status.initContainerStatuses ?? [], sidecars, pod.spec?.initContainers?.length ?? 0);
  let reason = init.reason ?? firstReason(status);
  let ready = init.ready;
  let tally = init.all;
  if (init.reason === undefined || isTrue(status, 'Initialized')) {
    const main = mainState(status.containerStatuses ?? []);
    ready += main.ready;
    tally = add(init.sidecars, main);
    reason = main.reason ?? reason;
    if (reason === 'Completed' && main.running) reason = isTrue(status, 'Ready') ? 'Running' : 'NotReady';
  }
  if (deleted) reason = deletedReason(status) ?? reason;
  return { ready: `${ready}/${total}`, status: reason, restarts: restartText(tally, now) };
}

function firstReason(status: PodStatus): string {
  const gated = status.conditions?.some((c) => c.type === 'PodScheduled' && c.reason === 'SchedulingGated');
  if (gated === true) return 'SchedulingGated';
  return status.reason ?? status.phase ?? '';
}

function deletedReason(status: PodStatus): string | undefined {
  if (status.reason === 'NodeLost') return 'Unknown';
  return status.phase === 'Failed' || status.phase === 'Succeeded' ? undefined : 'Terminating';
}

function initState(statuses: readonly ContainerStatus[], sidecars: ReadonlySet<string>, total: number) {
  let all: Tally = { restarts: 0, lastRestart: '' };
  let ofSidecars: Tally = { restarts: 0, lastRestart: '' };
  let ready = 0;
  for (const [index, container] of statuses.entries()) {
    const sidecar = sidecars.has(container.name);
    all = add(all, tallyOf(container));
    if (sidecar) ofSidecars = add(ofSidecars, tallyOf(container));
    const { terminated, waiting } = container.state ?? {};
    if (terminated?.exitCode === 0) continue;
    if (sidecar && container.started === true) {
      if (container.ready) ready += 1;
      continue;
    }
    let reason = `Init:${index}/${total}`;
    if (terminated !== undefined) reason = `Init:${exitReason(terminated)}`;
    else if (waiting?.reason !== undefined && waiting.reason !== 'PodInitializing')
      reason = `Init:${waiting.reason}`;
    return { reason, ready, all, sidecars: ofSidecars };
  }
  return { reason: undefined, ready, all, sidecars: ofSidecars };
}

function mainState(statuses: readonly ContainerStatus[]) {
  let tally: Tally = { restarts: 0, lastRestart: '' };
  let reason: string | undefined;
  let ready = 0;
  for (const container of statuses.toReversed()) {
    tally = add(tally, tallyOf(container));
    const { waiting, terminated, running } = container.state ?? {};
    if (waiting?.reason) reason = waiting.reason;
    else if (terminated !== undefined) reason = exitReason(terminated);
    else if (container.ready && running !== undefined) ready += 1;
  }
  return { reason, ready, running: ready > 0, ...tally };
}

function exitReason(terminated: NonNullable<ContainerState['terminated']>): string {
  if (terminated.reason) return terminated.reason;
  return terminated.signal ? `Signal:${terminated.signal}` : `ExitCode:${terminated.exitCode}`;
}

function tallyOf(container: ContainerStatus): Tally {
  return {
    restarts: container.restartCount ?? 0,
    lastRestart: container.lastState?.terminated?.finishedAt ?? '',
  };
}

function add(a: Tally, b: Tally): Tally {
  return {
    restarts: a.restarts + b.restarts,
    lastRestart: a.lastRestart > b.lastRestart ? a.lastRestart : b.lastRestart,
  };
}

function isTrue(status: PodStatus, type: string): boolean {
  return (
    status.conditions?.some((condition) => condition.type === type && condition.status === 'True') ?? false
  );
}

function restartText({ restarts, lastRestart }: Tally, now: number): string {
  return restarts === 0 || lastRestart === ''
    ? String(restarts)
    : `${restarts} (${since(lastRestart, now)} ago)`;
}
