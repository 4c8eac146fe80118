import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NETWORKS } from '../domain/multus/annotation-keys.ts';
import { emptyContainer, newDraft } from '../domain/workload/new-draft.ts';
import { createTestHost, renderInRoot } from '../ui/test-root.tsx';
import { CreateDeploymentPage } from './CreateDeploymentPage.tsx';
import { draftKey, printStoredDraft } from './frame/stored-draft.ts';
import { withServiceDefaults } from './service/service-defaults.ts';
import {
  createTestCluster,
  json,
  status,
  type SentRequest,
  type TestClusterOptions,
} from './test-cluster.ts';

const lastStep = '/clusters/demo/deployments/create?step=advanced';

/** A form that can be created, with a Service, on its last step. */
function setUp(options: TestClusterOptions = {}, name = 'shop') {
  const cluster = createTestCluster(options);
  const host = createTestHost({ path: lastStep, fetch: cluster.fetch });
  const draft = newDraft({ namespace: 'default' });
  draft.basics.name = name;
  const ports = [{ name: 'http', containerPort: '8080', protocol: 'TCP' as const }];
  draft.containers = [{ ...emptyContainer(), name: 'shop', image: 'nginx:1.27', ports }];
  const stored = { ...draft, service: withServiceDefaults(draft) };
  host.storage.set(draftKey('demo'), printStoredDraft({ savedAt: 0, draft: stored, manifest: '' }));
  renderInRoot(<CreateDeploymentPage cluster="demo" />, { host });
  return { host, ...cluster, user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }) };
}

/** Somebody waits this long, in milliseconds, before the next click. */
function wait(time: number) {
  const now = Date.now() + time;
  vi.spyOn(Date, 'now').mockReturnValue(now);
}

afterEach(() => {
  vi.restoreAllMocks();
});

const button = (name: string) => screen.getByRole('button', { name });
const result = () => screen.findByRole('region', { name: 'Checked with the cluster' });

/** The Deployment with something else among its Pods' annotations. */
function annotated({ body }: SentRequest, key: string, value: string): Response {
  const copy = structuredClone(body) as { spec: { template: { metadata: { annotations?: object } } } };
  const { metadata } = copy.spec.template;
  metadata.annotations = { ...metadata.annotations, [key]: value };
  return json(copy, 201);
}

describe('Check', () => {
  it('asks for every object and creates none; Create right after does not ask again', async () => {
    const { host, sent, rehearsed, user } = setUp();
    await user.click(button('Check'));
    expect(within(await result()).getByRole('status')).toHaveTextContent(
      /Deployment shop would be created.*Service shop would be created/,
    );
    expect(rehearsed.map(({ body }) => body.kind)).toEqual(['Deployment', 'Service']);
    expect(sent).toEqual([]);
    await user.click(button('Create'));
    await waitFor(() => expect(host.nav.get()).toContain('deployments/shop'));
    expect(rehearsed).toHaveLength(2);
    expect(sent.map(({ body }) => body.kind)).toEqual(['Deployment', 'Service']);
  });

  it('asks again each time: the cluster may have been mended', async () => {
    let broken = true;
    const { rehearsed, user } = setUp({
      onDryRun: (request) => {
        if (request.body.kind !== 'Deployment' || !broken) return undefined;
        return annotated(request, NETWORKS, 'kube-system/theirs');
      },
    });
    await user.click(button('Check'));
    expect(await result()).toHaveTextContent('A webhook of the cluster replaces the NICs');
    broken = false;
    await user.click(button('Check'));
    await waitFor(async () => expect(await result()).not.toHaveTextContent('replaces the NICs'));
    expect(rehearsed).toHaveLength(4);
    await user.click(within(await result()).getByRole('button', { name: 'Close the result of the check' }));
    expect(screen.getByRole('heading', { level: 2, name: 'Advanced' })).toHaveFocus();
  });

  it('shows warnings on their fields, and those of no field in its result', async () => {
    const image = 'spec.template.spec.containers[0].image: is old';
    const warning = `299 - "${image}", 299 - "would violate PodSecurity"`;
    const { user } = setUp({
      onDryRun: ({ body }) => (body.kind === 'Deployment' ? json(body, 201, { warning }) : undefined),
    });
    await user.click(button('Check'));
    const note = await result();
    expect(note).toHaveTextContent('would violate PodSecurity');
    await user.click(within(note).getByRole('button', { name: 'Go to the field' }));
    const field = screen.getByRole('textbox', { name: 'Container image' });
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveAccessibleDescription(`The cluster warns: ${image}`);
    await user.type(field, '.1');
    await waitFor(() => expect(field).not.toHaveAccessibleDescription(/is old/));
    expect(await result()).toHaveTextContent('The form has changed since this check.');
  });

  it('says that a cluster does not rehearse, and creates', async () => {
    const refusal = () =>
      json(
        {
          kind: 'Status',
          code: 400,
          reason: 'BadRequest',
          message: 'admission webhook "a.b" does not support dry run',
        },
        400,
      );
    const { host, sent, user } = setUp({ onDryRun: refusal });
    await user.click(button('Check'));
    expect(await result()).toHaveTextContent(
      'Deployment shop was not rehearsed: the cluster does not take dry runs of it',
    );
    await user.click(button('Create'));
    await waitFor(() => expect(host.nav.get()).toContain('deployments/shop'));
    expect(sent).toHaveLength(2);
  });

  it('waits for errors of the form to be mended, and leads to them', async () => {
    const { rehearsed, user } = setUp({}, '');
    expect(button('Check')).toHaveAttribute('aria-disabled', 'true');
    await user.hover(button('Check'));
    expect(await screen.findByRole('tooltip')).toHaveTextContent(/^Not yet: \d errors/);
    await user.click(button('Check'));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Workload name' })).toHaveFocus());
    expect(rehearsed).toEqual([]);
  });
});

describe('Create', () => {
  it('creates nothing when the Service would be refused', async () => {
    const { sent, user } = setUp({
      onDryRun: ({ body }) => (body.kind === 'Service' ? status(409, 'AlreadyExists') : undefined),
    });
    await user.click(button('Create'));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Service name' })).toHaveFocus());
    expect(screen.getByRole('alert')).toHaveTextContent('There is already a Service shop in default.');
    expect(sent).toEqual([]);
  });

  it('creates nothing when the Service was taken since the Check', async () => {
    let taken = false;
    const { sent, user } = setUp({
      onDryRun: ({ body }) => (body.kind === 'Service' && taken ? status(409, 'AlreadyExists') : undefined),
    });
    await user.click(button('Check'));
    await result();
    taken = true;
    wait(5 * 60_000);
    await user.click(button('Create'));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Service name' })).toHaveFocus());
    expect(sent).toEqual([]);
  });

  it('asks once where a webhook replaces the NICs, however long it is read', async () => {
    const { host, sent, user } = setUp({
      onDryRun: (request) =>
        request.body.kind === 'Deployment' ? annotated(request, NETWORKS, 'kube-system/theirs') : undefined,
    });
    await user.click(button('Create'));
    const note = await result();
    expect(within(note).getByRole('alert')).toHaveTextContent('A webhook of the cluster replaces the NICs');
    expect(note).toHaveTextContent('kube-system/theirs');
    expect(sent).toEqual([]);
    wait(60_000);
    await user.click(button('Create'));
    await waitFor(() => expect(host.nav.get()).toContain('deployments/shop'));
  });

  it('does not ask about other injections', async () => {
    const { host, user } = setUp({
      onDryRun: (request) =>
        request.body.kind === 'Deployment' ? annotated(request, 'other', 'x') : undefined,
    });
    await user.click(button('Create'));
    await waitFor(() => expect(host.nav.get()).toContain('deployments/shop'));
  });
});
