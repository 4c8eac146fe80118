import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ClusterView } from '../domain/cluster-view.ts';
import { testView } from '../domain/test-cluster.ts';
import { newDraft } from '../domain/workload/new-draft.ts';
import { createTestHost, renderInRoot, type TestHost } from '../ui/test-root.tsx';
import { CopyOfDeployment } from './CopyOfDeployment.tsx';
import { CreateDeploymentPage } from './CreateDeploymentPage.tsx';
import { draftKey, printStoredDraft, readStoredDraft } from './frame/stored-draft.ts';
import { createTestCluster } from './test-cluster.ts';

const web = {
  metadata: {
    name: 'web',
    namespace: 'default',
    uid: 'd2',
    resourceVersion: '7',
    annotations: { 'deployment.kubernetes.io/revision': '3' },
  },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: {
        labels: { app: 'web' },
        annotations: {
          'k8s.v1.cni.cncf.io/networks': 'kube-system/macvlan',
          'ipam.spidernet.io/ippools': '[{"interface":"net1","ipv4":["full"]}]',
        },
      },
      spec: {
        containers: [
          {
            name: 'web',
            image: 'nginx:1.27',
            resources: { limits: { 'example.com/gpu': '1' } },
            volumeMounts: [{ name: 'data', mountPath: '/data' }],
          },
        ],
        volumes: [{ name: 'data', emptyDir: {} }],
      },
    },
  },
  status: { readyReplicas: 1 },
};

const from = '/clusters/demo/deployments/create?namespace=default&from=default/web';
const copyKey = draftKey('demo', { namespace: 'default', name: 'web' });

function setUp(search = '', options: { deployment?: object; host?: TestHost } = {}) {
  const { deployment = web, ...rest } = options;
  const cluster = createTestCluster({ lists: { deployments: [deployment] } });
  const host = rest.host ?? createTestHost({ path: `${from}${search}`, fetch: cluster.fetch });
  const { unmount } = renderInRoot(<CreateDeploymentPage cluster="demo" />, { host });
  return { host, sent: cluster.sent, unmount, user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }) };
}

const field = (name: string) => screen.findByRole('textbox', { name });
/** The page of a test is narrow: the preview is behind its button. */
async function preview(): Promise<string> {
  const shown = screen.queryByRole('region', { name: 'YAML preview' });
  if (shown === null) await userEvent.click(screen.getByRole('button', { name: /YAML/ }));
  return (await screen.findByRole('region', { name: 'YAML preview' })).textContent ?? '';
}

describe('a copy', () => {
  it('is a new draft under another name, with everything that the form does not show', async () => {
    setUp();
    expect(await field('Workload name')).toHaveValue('web-copy');
    expect(screen.getByText('Copy of default/web. The existing workload is not changed.')).toBeVisible();
    const yaml = await preview();
    for (const kept of ['name: web-copy', 'app: web-copy', 'emptyDir', 'mountPath: /data', 'example.com/gpu'])
      expect(yaml).toContain(kept);
    for (const dropped of ['uid', 'resourceVersion', 'status', 'revision"'])
      expect(yaml).not.toContain(dropped);
  });

  it('opens at the field that the URL names', async () => {
    setUp('&focus=network.nics.0.pools.ipv4');
    const pools = await screen.findByRole('button', { name: /^NIC IP pools, IPv4/ });
    await waitFor(() => expect(pools).toHaveFocus());
  });

  it('is checked as a whole from the start', async () => {
    const template = { ...web.spec.template, spec: { containers: [{ name: 'Bad_Name', image: '' }] } };
    setUp('', { deployment: { ...web, spec: { ...web.spec, template } } });
    expect(await screen.findByRole('button', { name: /Containers 2 errors/ })).toBeVisible();
  });

  it('says what of it is only kept, and when its Pods are selected as those of the original', async () => {
    const selector = { matchLabels: { tier: 'front' } };
    const env = [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } }];
    const template = {
      metadata: { labels: { tier: 'front' } },
      spec: { containers: [{ name: 'web', image: 'nginx', env }] },
    };
    setUp('', { deployment: { ...web, spec: { selector, template } } });
    expect(await screen.findByText(/It keeps the selector of the original \(tier=front\)/)).toBeVisible();
    await userEvent.click(screen.getByText(/^1 part is kept/));
    expect(screen.getByText(/env\[0\].*the form cannot show this part/)).toBeVisible();
  });

  it('says so when there is nothing to copy', async () => {
    const cluster = createTestCluster({ lists: { deployments: [] } });
    renderInRoot(<CreateDeploymentPage cluster="demo" />, {
      host: createTestHost({ path: from, fetch: cluster.fetch }),
    });
    expect(await screen.findByText('There is no Deployment web in namespace default to copy')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Start with an empty form' })).toHaveAttribute(
      'href',
      '/clusters/demo/deployments/create?namespace=default',
    );
  });
});

describe('unfinished drafts', () => {
  it('of a new workload stay when another is copied', async () => {
    const host = createTestHost({
      path: from,
      fetch: createTestCluster({ lists: { deployments: [web] } }).fetch,
    });
    const draft = newDraft({ namespace: 'default' });
    draft.basics.name = 'unfinished';
    const stored = printStoredDraft({ savedAt: 0, draft, manifest: '' });
    host.storage.set(draftKey('demo'), stored);
    const { user } = setUp('', { host });
    await user.type(await field('Workload name'), '-2');
    await waitFor(() => expect(host.storage.get(copyKey)).toBeDefined());
    expect(host.storage.get(draftKey('demo'))).toBe(stored);
  });

  it('of a copy come back with what the form does not show, whatever became of the workload', async () => {
    const first = setUp();
    await first.user.type(await field('Workload name'), '-2');
    first.unmount();
    expect(readStoredDraft(first.host.storage.get(copyKey))?.manifest).toContain('emptyDir');

    const { user, host } = setUp('', {
      host: {
        ...first.host,
        fetch: createTestCluster({ lists: { deployments: [{ ...web, spec: {} }] } }).fetch,
      },
    });
    expect(await field('Workload name')).toHaveValue('web-copy-2');
    expect(await preview()).toContain('mountPath: /data');
    await user.click(screen.getByRole('button', { name: 'Start over' }));
    const ask = await screen.findByRole('tooltip');
    expect(ask).toHaveTextContent('copy the workload again');
    await user.click(within(ask).getByRole('button', { name: 'Start over' }));
    await waitFor(async () => expect(await field('Workload name')).toHaveValue('web-copy'));
    expect(await preview()).not.toContain('mountPath: /data');
    expect(host.storage.get(copyKey)).toBeUndefined();
  });

  it('of a copy come back with the manifest that was shown, each container with its own hidden keys', async () => {
    const containers = [
      { name: 'app', image: 'app:1', volumeMounts: [{ name: 'data', mountPath: '/of-app' }] },
      { name: 'side', image: 'side:1', lifecycle: { preStop: { exec: { command: ['of-side'] } } } },
    ];
    const template = { ...web.spec.template, spec: { containers } };
    const deployment = { ...web, spec: { ...web.spec, template } };
    const first = setUp('&step=containers', { deployment });
    await first.user.click(await screen.findByRole('button', { name: 'Remove' }));
    const ask = await screen.findByRole('tooltip');
    await first.user.click(within(ask).getByRole('button', { name: 'Remove' }));
    await waitFor(async () => expect(await field('Container name')).toHaveValue('side'));
    await first.user.clear(await field('Container name'));
    await first.user.type(await field('Container name'), 'worker');
    await waitFor(async () => expect(await preview()).toContain('name: worker'));
    const shown = await preview();
    first.unmount();
    expect(readStoredDraft(first.host.storage.get(copyKey))?.manifest).toContain('of-side');

    setUp('', { host: first.host });
    await field('Container name');
    const again = await preview();
    expect(again).toBe(shown);
    expect(again).toContain('of-side');
    expect(again).not.toContain('/of-app');
  });

  it('of a copy come back when the workload is gone', async () => {
    const first = setUp();
    await first.user.type(await field('Workload name'), '-2');
    first.unmount();
    const { fetch } = createTestCluster({ lists: { deployments: [] } });
    setUp('', { host: { ...first.host, fetch } });
    expect(await field('Workload name')).toHaveValue('web-copy-2');
    expect(await preview()).toContain('mountPath: /data');
  });
});

describe('a copy that was begun', () => {
  const of = { namespace: 'default', name: 'web' };
  const begun = (view: ClusterView) => (
    <CopyOfDeployment cluster="demo" view={view} of={of}>
      {({ draft }) => <p>{draft.basics.name}</p>}
    </CopyOfDeployment>
  );

  it('stays when the attachments are read again', async () => {
    const { fetch } = createTestCluster({ lists: { deployments: [web] } });
    const { rerenderInRoot } = renderInRoot(begun(testView({})), { fetch });
    expect(await screen.findByText('web-copy')).toBeVisible();
    rerenderInRoot(begun({ ...testView({}), attachments: { state: 'loading' } }));
    expect(screen.getByText('web-copy')).toBeVisible();
  });
});
