import { act, render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { HostProvider } from '../host/HostContext.tsx';
import type { Host } from '../host/host.ts';
import { ClusterProvider } from './ClusterProvider.tsx';
import { resources } from './resources.ts';
import { settle } from './test-scheduler.ts';
import { TestApi } from './test-api.ts';
import { useAccess } from './useAccess.ts';
import { useClusterView } from './useClusterView.ts';
import { useList } from './useList.ts';

function Names({ enabled = true }: { readonly enabled?: boolean }) {
  const { items, state } = useList('demo', resources.pods, { namespace: 'default', enabled });
  return (
    <p>
      {state.phase}: {items.map((item) => item.metadata.name).join(' ')}
    </p>
  );
}

function hostOver(api: TestApi): Host {
  return { fetch: api.fetch } as unknown as Host;
}

function Clusters({ host, children }: { readonly host: Host; readonly children: React.ReactNode }) {
  return (
    <HostProvider value={host}>
      <ClusterProvider>{children}</ClusterProvider>
    </HostProvider>
  );
}

function list(...objects: { name: string; [key: string]: unknown }[]) {
  return {
    metadata: { resourceVersion: '1' },
    items: objects.map(({ name, ...rest }) => ({
      metadata: { name, uid: `uid-${name}`, resourceVersion: '1' },
      ...rest,
    })),
  };
}

describe('useList', () => {
  it('is live, shares its engine, and ends with the tree', async () => {
    const api = new TestApi();
    const { unmount } = render(
      <StrictMode>
        <Clusters host={hostOver(api)}>
          <Names />
          <Names />
        </Clusters>
      </StrictMode>,
    );
    expect(screen.getAllByText('listing:')).toHaveLength(2);
    await act(settle);
    api.take().json(list({ name: 'a' }));
    await act(settle);
    const watch = api.take();
    const stream = watch.open();
    await waitFor(() => expect(screen.getAllByText('live: a')).toHaveLength(2));
    stream.frame('ADDED', list({ name: 'b' }).items[0]);
    await waitFor(() => expect(screen.getAllByText('live: a b')).toHaveLength(2));
    expect(api.count).toBe(2);
    unmount();
    await waitFor(() => expect(watch.aborted).toBe(true));
    expect(api.idle).toBe(true);
  });

  it('asks for nothing while it is not enabled', async () => {
    const api = new TestApi();
    render(
      <Clusters host={hostOver(api)}>
        <Names enabled={false} />
      </Clusters>,
    );
    await act(settle);
    expect(api.idle).toBe(true);
    expect(screen.getByText('listing:')).toBeInTheDocument();
  });

  it('shows nothing of what it knows once it is not enabled any more', async () => {
    const api = new TestApi();
    const page = (enabled: boolean) => (
      <Clusters host={host}>
        <Names enabled={enabled} />
      </Clusters>
    );
    const host = hostOver(api);
    const { rerender } = render(page(true));
    await act(settle);
    api.take().json(list({ name: 'a' }));
    await act(settle);
    api.take().open();
    await screen.findByText('live: a');
    rerender(page(false));
    expect(screen.getByText('listing:')).toBeInTheDocument();
  });

  it('connects again when the network comes back, and looks when the page is looked at', async () => {
    const api = new TestApi();
    render(
      <Clusters host={hostOver(api)}>
        <Names />
      </Clusters>,
    );
    await act(settle);
    api.take().status(403, 'Forbidden');
    await screen.findByText('forbidden:');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await act(settle);
    api.take().fail();
    await screen.findByText('failed:');
    act(() => void window.dispatchEvent(new Event('online')));
    await act(settle);
    api.take().json(list({ name: 'a' }));
    await act(settle);
    api.take().open();
    expect(await screen.findByText('live: a')).toBeInTheDocument();
  });

  it('goes on with another host without losing what it knows', async () => {
    const first = new TestApi();
    const second = new TestApi();
    const page = (host: Host) => (
      <Clusters host={host}>
        <Names />
      </Clusters>
    );
    const { rerender } = render(page(hostOver(first)));
    await act(settle);
    first.take().json(list({ name: 'a' }));
    await act(settle);
    const stream = first.take().open();
    await screen.findByText('live: a');
    rerender(page(hostOver(second)));
    expect(screen.getByText('live: a')).toBeInTheDocument();
    stream.break();
    await screen.findByText('stale: a');
    await vi.waitFor(() => expect(second.idle).toBe(false), { timeout: 3000 });
  });
});

describe('useAccess', () => {
  function MayCreate({ namespace }: { readonly namespace?: string }) {
    const allowed = useAccess('demo', { verb: 'create', resource: resources.deployments, namespace });
    return <p>{String(allowed)}</p>;
  }

  it.each([true, false])('asks the server, which says %s', async (allowed) => {
    const api = new TestApi();
    render(
      <Clusters host={hostOver(api)}>
        <MayCreate namespace="default" />
      </Clusters>,
    );
    expect(screen.getByText('undefined')).toBeInTheDocument();
    await act(settle);
    const request = api.take();
    expect(request.path).toBe('/apis/authorization.k8s.io/v1/selfsubjectaccessreviews');
    expect(JSON.parse(request.init.body as string)).toMatchObject({
      kind: 'SelfSubjectAccessReview',
      spec: {
        resourceAttributes: { verb: 'create', group: 'apps', resource: 'deployments', namespace: 'default' },
      },
    });
    request.json({ status: { allowed } }, 201);
    expect(await screen.findByText(String(allowed))).toBeInTheDocument();
  });

  it('does not know when the question fails', async () => {
    const api = new TestApi();
    render(
      <Clusters host={hostOver(api)}>
        <MayCreate />
      </Clusters>,
    );
    await act(settle);
    api.take().status(403, 'Forbidden');
    await act(settle);
    expect(screen.getByText('undefined')).toBeInTheDocument();
  });
});

describe('useClusterView', () => {
  function View() {
    const view = useClusterView('demo');
    return (
      <output>
        {JSON.stringify({
          attachments: view.attachments.state,
          pools: view.pools.state === 'known' ? view.pools.value.map(({ name }) => name) : view.pools.state,
          subnets: view.subnets.state,
          reserved:
            view.reserved.state === 'known' ? view.reserved.value.ipv4.ranges.length : view.reserved.state,
          namespaces: view.namespaces.state,
          nodes: view.nodes.state === 'unknown' ? view.nodes.problem : view.nodes.state,
          settings: `${view.settings.source} ${view.settings.namespace} ${view.settings.enableIPv6}`,
        })}
      </output>
    );
  }

  function shown(): unknown {
    return JSON.parse(screen.getByRole('status').textContent ?? '');
  }

  /** A cluster that answers every list by what `answers` has for its path, and leaves watches open. */
  function clusterOf(answers: Readonly<Record<string, object | number>>): Host {
    const api = new TestApi();
    return {
      fetch: (cluster: string, path: string, init?: RequestInit) => {
        const response = api.fetch(cluster, path, init);
        const request = api.take();
        const places = request.path.split('/').slice(3);
        const answer = answers[places.join('/')] ?? answers[places.at(-1) ?? ''] ?? list();
        if (request.query.has('watch')) request.open();
        else if (typeof answer === 'number') request.status(answer, String(answer), `status ${answer}`);
        else request.json(answer);
        return response;
      },
    } as unknown as Host;
  }

  function renderView(answers: Readonly<Record<string, object | number>>) {
    render(
      <Clusters host={clusterOf(answers)}>
        <View />
      </Clusters>,
    );
  }

  it('decodes what may be read and says why the rest is not there', async () => {
    renderView({
      spiderippools: list({
        name: 'p4',
        spec: { ipVersion: 4, subnet: '10.0.0.0/24', ips: ['10.0.0.1-10.0.0.9'] },
      }),
      spidersubnets: 404,
      spiderreservedips: list({ name: 'r', spec: { ipVersion: 4, ips: ['10.0.0.1', '10.0.0.7'] } }),
      'network-attachment-definitions': 403,
      nodes: 500,
      configmaps: list({
        name: 'spiderpool-conf',
        data: { 'conf.yml': 'enableIPv6: false\n' },
      }),
    });
    expect(shown()).toMatchObject({
      pools: 'loading',
      nodes: 'loading',
      settings: 'assumed kube-system true',
    });
    await waitFor(() =>
      expect(shown()).toEqual({
        attachments: 'forbidden',
        pools: ['p4'],
        subnets: 'absent',
        reserved: 2,
        namespaces: 'known',
        nodes: 'status 500',
        settings: 'read  false',
      }),
    );
  });

  it('looks for the settings where Spiderpool usually is when it may not look everywhere', async () => {
    const settings = list({ name: 'spiderpool-conf', data: { 'conf.yml': 'enableIPv6: false\n' } });
    renderView({
      configmaps: 403,
      'namespaces/kube-system/configmaps': 403,
      'namespaces/spiderpool/configmaps': settings,
    });
    await waitFor(() => expect(shown()).toMatchObject({ settings: 'read  false' }));
  });

  it('knows a cluster without Spiderpool', async () => {
    renderView({ spiderippools: 404, spidersubnets: 404, spiderreservedips: 404 });
    await waitFor(() => expect(shown()).toMatchObject({ pools: 'absent', settings: 'none  false' }));
  });
});
