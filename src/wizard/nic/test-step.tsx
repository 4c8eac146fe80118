import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { allFindings } from '../../domain/checks/all-findings.ts';
import { fixOf } from '../../domain/checks/fixes/fix-of.ts';
import type { ClusterView } from '../../domain/cluster-view.ts';
import {
  spiderpoolIpam,
  testAttachment,
  testNode,
  testPool,
  testSubnet,
  testView,
} from '../../domain/test-cluster.ts';
import type { Draft, NetworkDraft, NicDraft } from '../../domain/workload/draft.ts';
import { emptyNic, newDraft, newNetwork } from '../../domain/workload/new-draft.ts';
import { podContextOf } from '../../domain/spiderpool/pod-context.ts';
import type { Locale } from '../../host/host.ts';
import { renderInRoot } from '../../ui/test-root.tsx';
import { NicStep, type NicStepProps } from './NicStep.tsx';

const onSpiderpool = (name: string, type: string, more: object = {}, ipam: object = {}) =>
  testAttachment(name, {
    plugins: [{ type, ...more, ipam: { ...spiderpoolIpam, ...ipam } }, { type: 'coordinator' }],
  });

/** A cluster with an attachment, pool or subnet for each state of the step. */
export function stepView(settings: Partial<ClusterView['settings']> = {}): ClusterView {
  return testView({
    attachments: [
      testAttachment('calico', ''),
      onSpiderpool('macvlan', 'macvlan', { master: 'ens192' }, { default_ipv4_ippool: ['shared'] }),
      onSpiderpool('macvlan-100', 'macvlan', { master: 'ens192', vlan: 100 }),
      testAttachment(
        'sriov',
        { type: 'sriov', ipam: spiderpoolIpam },
        { 'k8s.v1.cni.cncf.io/resourceName': 'spidernet.io/sriov' },
      ),
      testAttachment('hostlocal', { type: 'bridge', ipam: { type: 'host-local' } }),
    ],
    pools: [
      testPool('shared'),
      testPool('bound', { multusName: ['kube-system/macvlan-100'] }),
      testPool('zone', { nodeAffinity: { matchLabels: { zone: 'a' } } }),
      testPool('team', { namespaceName: ['team-a'] }),
      testPool('six', { ipVersion: 6 }),
    ],
    subnets: [
      testSubnet('subnet-a'),
      testSubnet('subnet-b', { subnet: '10.8.0.0/16', ips: ['10.8.0.1-10.8.0.3'] }),
    ],
    nodes: [
      testNode('worker1', { labels: { zone: 'a' }, allocatable: { 'spidernet.io/sriov': '4' } }),
      testNode('worker2', { labels: { zone: 'b' } }),
    ],
    settings,
  });
}

export function nicOn(attachment: string, more: Partial<NicDraft> = {}): NicDraft {
  return { ...emptyNic(), attachment: attachment === '' ? '' : `kube-system/${attachment}`, ...more };
}

export function networkOf(nics: NicDraft[], more: Partial<NetworkDraft> = {}): NetworkDraft {
  return { ...newNetwork(), nics, ...more };
}

interface Given extends Partial<Omit<NicStepProps, 'fixes'>> {
  readonly value?: NetworkDraft;
  readonly language?: Locale;
  readonly replicas?: string;
}

/** The step inside a form that keeps its value, as any form does. `draft()` is the value now, `whole()` the draft around it. */
export function renderStep({
  value = newNetwork(),
  view = stepView(),
  language,
  replicas = '3',
  ...more
}: Given = {}) {
  const draft = newDraft({ namespace: 'default' });
  draft.basics = { ...draft.basics, name: 'web', replicas };
  let current: Draft = { ...draft, network: value };
  function Form() {
    const [whole, setWhole] = useState(current);
    const { podLabels, nodeSelector } = podContextOf(whole);
    const set = (next: Draft) => {
      current = next;
      setWhole(next);
    };
    return (
      <NicStep
        cluster="demo"
        view={view}
        value={whole.network}
        onChange={(network) => set({ ...whole, network })}
        workload={{
          name: 'web',
          namespace: 'default',
          replicas,
          podLabels,
          nodeSelector,
          upgrade: draft.upgrade,
        }}
        findings={allFindings(whole, view)}
        pathPrefix="network"
        fixes={{
          words: (finding) => fixOf(finding, whole, view),
          apply: (finding) => set(fixOf(finding, whole, view)?.draft ?? whole),
        }}
        {...more}
      />
    );
  }
  const { host } = renderInRoot(<Form />, language === undefined ? {} : { language });
  return { host, draft: () => current.network, whole: () => current, user: userEvent.setup() };
}

/** Opens the picker of a field of the n-th row that has one, and picks a line by its name. */
export async function pick(user: ReturnType<typeof userEvent.setup>, field: RegExp, line: RegExp, at = 0) {
  const button = screen.getAllByRole('button', { name: field })[at];
  if (button === undefined) throw new Error(`no field ${field.source}`);
  await user.click(button);
  await user.click(screen.getByRole('option', { name: line }));
}
