import type { KubeletContext } from './kubelet-context.ts';
import type { PodSandbox, SetUpResult } from '../pod-network.ts';
import { copyOf } from '../cluster.ts';
import type { KubeObject } from '../../store/store.ts';
import { FIRST_SANDBOX_RETRY, LONGEST_SANDBOX_RETRY, SANDBOX_CREATION } from '../timing.ts';
import type { PodRuntime } from './pod-runtime.ts';

type Ready = Extract<SetUpResult, { outcome: 'ready' }>;

/** Makes sandboxes until one has a network. */
export function createSandbox(
  context: KubeletContext,
  runtime: PodRuntime,
  onReady: (result: Ready) => void,
): void {
  const { network, events, cluster } = context;

  function attempt(number: number): void {
    setUp({ id: runtime.random.hex(64), attempt: number, startedAt: runtime.now() });
  }

  function setUp(sandbox: PodSandbox): void {
    const pod = runtime.pod();
    const result =
      pod.spec.hostNetwork === true
        ? ({ outcome: 'ready', podIPs: [], annotations: {}, events: [] } as const)
        : network.setUp(copyOf<KubeObject>(pod), sandbox);
    if (result.outcome === 'wait') {
      runtime.later(result.milliseconds, () => setUp(sandbox));
      return;
    }
    for (const { type, reason, message, source } of result.events) {
      const recorder = events.of({ component: source });
      if (type === 'Normal') recorder.normal(pod, reason, message);
      else recorder.warning(pod, reason, message);
    }
    if (result.outcome === 'failed') {
      runtime.recorder.warning(
        pod,
        'FailedCreatePodSandBox',
        `Failed to create pod sandbox: ${result.message}`,
      );
      const delay = Math.min(LONGEST_SANDBOX_RETRY, FIRST_SANDBOX_RETRY * 2 ** sandbox.attempt);
      runtime.later(delay, () => attempt(sandbox.attempt + 1));
      return;
    }
    const { annotations } = result;
    if (Object.keys(annotations).length > 0) {
      cluster.modify('v1/pods', pod, ({ metadata }) => {
        metadata.annotations = { ...metadata.annotations, ...annotations };
      });
    }
    onReady({ ...result, podIPs: [...result.podIPs], events: [...result.events] });
  }

  runtime.later(SANDBOX_CREATION, () => attempt(0));
}
