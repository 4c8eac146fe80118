import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { ClusterProvider } from '../src/cluster/ClusterProvider.tsx';
import { useClusterView } from '../src/cluster/useClusterView.ts';
import { allFindings } from '../src/domain/checks/all-findings.ts';
import { known, type ClusterView } from '../src/domain/cluster-view.ts';
import { deviceNeedOf } from '../src/domain/multus/device-need.ts';
import { readDraft } from '../src/domain/workload/draft-document.ts';
import { parseManifest } from '../src/domain/workload/manifest-document.ts';
import { HostProvider } from '../src/host/HostContext.tsx';
import type { Host } from '../src/host/host.ts';
import { apiFetch } from './cluster/api-fetch.ts';
import { readServer } from './cluster/server.ts';
import { checkReport } from './report/check-report.ts';
import { startCluster } from './test-cluster-server.ts';

/** Waits until the console sees the cluster so. */
async function consoleSees(url: string, wanted: ClusterView): Promise<void> {
  const { fetch } = apiFetch({ url, token: undefined, ca: undefined });
  const host = {
    // Watches stay silent: what is compared is one moment.
    fetch: (cluster: string, path: string) =>
      path.includes('watch=') ? Promise.resolve(new Response(new ReadableStream())) : fetch(cluster, path),
  } as unknown as Host;
  const { result, unmount } = renderHook(() => useClusterView('one'), {
    wrapper: ({ children }: { readonly children: ReactNode }) => (
      <HostProvider value={host}>
        <ClusterProvider>{children}</ClusterProvider>
      </HostProvider>
    ),
  });
  await waitFor(() => expect(result.current).toEqual(wanted), { timeout: 20_000 });
  unmount();
}

const manifest = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: default}
spec:
  replicas: 3
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
      annotations:
        k8s.v1.cni.cncf.io/networks: kube-system/macvlan-ens192,kube-system/sriov-ens224,team-a/gone
        ipam.spidernet.io/subnets: '[{"interface":"net1","ipv4":["subnet-6"]},{"interface":"net2","ipv4":["subnet-6"]},{"interface":"net3","ipv4":["subnet-99"]}]'
        ipam.spidernet.io/ippool-ip-number: "+1"
        ipam.spidernet.io/routes: '[{"dst":"10.1.0.0/16","gw":"192.168.0.1"}]'
    spec:
      containers:
      - {name: c, image: nginx}
`;

describe.each(['demo', 'underlay-eth0', 'hostile', 'auto-pool-off', 'no-spiderpool'] as const)(
  'a cluster %s',
  (scenario) => {
    it('is the same for the console and the command line, and so is what they find', async () => {
      const server = await startCluster(scenario);
      try {
        const facts = await readServer({ url: server.url, token: undefined, ca: undefined });
        const { view } = facts;
        await consoleSees(server.url, view);

        const documents = parseManifest(manifest);
        if (!documents.ok) throw new Error(documents.error.code);
        const resources = new Map(
          known(view.attachments)?.map((attachment) => [attachment.id, deviceNeedOf(attachment)]),
        );
        const { draft } = readDraft(documents.value, (id) => resources.get(id));
        const wanted = allFindings(draft, view);
        const named = { file: 'web.yaml', text: manifest, documents: documents.value };
        const found = checkReport([named], facts, 'default').objects.flatMap(({ findings }) =>
          findings.map(({ finding }) => finding),
        );
        expect(wanted.length).toBeGreaterThan(0);
        expect(found).toHaveLength(wanted.length);
        expect(found).toEqual(expect.arrayContaining([...wanted]));
      } finally {
        await server.close();
      }
    });
  },
);
