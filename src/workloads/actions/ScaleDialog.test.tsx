import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { settle } from '../../cluster/test-scheduler.ts';
import type { Locale } from '../../host/host.ts';
import { createTestHost, renderInRoot } from '../../ui/test-root.tsx';
import type { StoredDeployment } from '../stored-deployment.ts';
import { type Answers, workloadCluster } from '../test-workload.ts';
import { ScaleDialog } from './ScaleDialog.tsx';

/** Deployment `default/web` with one Pod, whose net1 draws from pools p4, of ten addresses, and p6, of more than anybody needs. */
const deployment = (podSpec: object = {}): StoredDeployment => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'default', uid: 'uid-web', resourceVersion: '1' },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: {
        labels: { app: 'web' },
        annotations: {
          'k8s.v1.cni.cncf.io/networks': 'kube-system/macvlan',
          'ipam.spidernet.io/ippools': '[{"interface":"net1","ipv4":["p4"],"ipv6":["p6"]}]',
        },
      },
      spec: { containers: [{ name: 'web', image: 'nginx' }], ...podSpec },
    },
  },
});

const macvlan = {
  metadata: { name: 'macvlan', namespace: 'kube-system', uid: 'uid-macvlan', resourceVersion: '1' },
  spec: { config: '{"type":"macvlan","master":"ens192","ipam":{"type":"spiderpool"}}' },
};

async function show(answers: Answers = {}, language?: Locale, podSpec?: object) {
  const host = createTestHost({
    fetch: workloadCluster({
      'network-attachment-definitions': [macvlan],
      spiderippools: [pool('default/web-6d5f7c9b4-x2x8k'), six],
      ...answers,
    }),
    ...(language === undefined ? {} : { language }),
  });
  renderInRoot(<ScaleDialog cluster="demo" deployment={deployment(podSpec)} onClose={() => undefined} />, {
    host,
  });
  await act(settle);
  const input = screen.getByRole('textbox');
  return async (number: string) => {
    // At once: the dialog selects what is in the field when it has opened.
    fireEvent.change(input, { target: { value: number } });
    await act(settle);
    return screen.getByRole('status');
  };
}

/** The lists come in their own time. */
async function says(status: HTMLElement, words: RegExp): Promise<void> {
  await waitFor(() => expect(status).toHaveTextContent(words));
}

const ok = () => screen.getByRole('button', { name: 'Scale' });

describe('scaling', () => {
  it('says which Pod is the first that gets no address, and lets it be done', async () => {
    const type = await show();
    await says(await type('12'), /Addresses may run short with 12 replicas.*net1 IPv4: Pod 11 of 12/);
    expect(ok()).toBeEnabled();
  });

  it('says it in Chinese', async () => {
    const type = await show({}, 'zh-CN');
    await says(await type('12'), /12 个副本时 IP 地址可能不足.*12 个 Pod 中的第 11 个起分配不到 IP/);
  });

  it('counts what its own Pods hold, and what those of others do', async () => {
    const type = await show();
    expect(await type('8')).toBeEmptyDOMElement();
    await says(await type('11'), /Pod 11 of 11/);
    cleanup();
    const beside = await show({ spiderippools: [pool('default/other-6d5f7c9b4-x2x8k'), six] });
    await says(await beside('10'), /Pod 10 of 10/);
  });

  it('says that a rolling update would stop, or go in smaller steps', async () => {
    const type = await show();
    await says(await type('10'), /smaller steps/);
    expect(await type('8')).toBeEmptyDOMElement();
    expect(await type('')).toBeEmptyDOMElement();
  });

  it.each([403, 404, 500, 'never'] as const)('is silent where pools answer %s', async (answer) => {
    const type = await show({ spiderippools: answer });
    expect(await type('12')).toBeEmptyDOMElement();
  });

  it('is silent of Pods on the network of their nodes', async () => {
    const type = await show({}, 'en-US', { hostNetwork: true });
    expect(await type('12')).toBeEmptyDOMElement();
  });
});

const six = {
  metadata: { name: 'p6', uid: 'uid-p6', resourceVersion: '1' },
  spec: { ipVersion: 6, subnet: 'fd00::/64', ips: ['fd00::-fd00::ffff'] },
};

function pool(pod: string): object {
  return {
    metadata: { name: 'p4', uid: 'uid-p4', resourceVersion: '1' },
    spec: { ipVersion: 4, subnet: '10.6.0.0/24', ips: ['10.6.0.1-10.6.0.10'] },
    status: { allocatedIPs: JSON.stringify({ '10.6.0.2': { pod, podUid: 'u' } }) },
  };
}
