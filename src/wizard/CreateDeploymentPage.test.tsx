import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Draft } from '../domain/workload/draft.ts';
import { emptyContainer, emptyNic, newDraft } from '../domain/workload/new-draft.ts';
import { createTestHost, renderInRoot, type TestHostOptions } from '../ui/test-root.tsx';
import { CreateDeploymentPage } from './CreateDeploymentPage.tsx';
import { draftKey, printStoredDraft, readStoredDraft } from './frame/stored-draft.ts';
import { withServiceDefaults } from './service/service-defaults.ts';
import { createTestCluster, json, status, type TestClusterOptions } from './test-cluster.ts';

const path = '/clusters/demo/deployments/create';

type SetUp = TestClusterOptions &
  TestHostOptions & { readonly stored?: Draft; readonly savedAt?: number; readonly madeBy?: string };

function setUp({ stored, savedAt = 0, madeBy, ...options }: SetUp = {}) {
  const cluster = createTestCluster(options);
  const host = createTestHost({ path, fetch: cluster.fetch, ...options });
  if (stored !== undefined) {
    const made = madeBy === undefined ? {} : { madeBy };
    host.storage.set(draftKey('demo'), printStoredDraft({ savedAt, draft: stored, manifest: '', ...made }));
  }
  const { unmount } = renderInRoot(<CreateDeploymentPage cluster="demo" />, { host });
  return { host, sent: cluster.sent, unmount, user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }) };
}

/** A draft that can be created. */
function shop({ service = false } = {}): Draft {
  const draft = newDraft({ namespace: 'default' });
  draft.basics.name = 'shop';
  draft.containers = [
    {
      ...emptyContainer(),
      name: 'shop',
      image: 'nginx:1.27',
      ports: [{ name: 'http', containerPort: '8080', protocol: 'TCP' }],
    },
  ];
  return service ? { ...draft, service: withServiceDefaults(draft) } : draft;
}

const lastStep = `${path}?step=advanced&section=scheduling`;

const button = (name: string) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByRole('textbox', { name });
const heading = (name: string) => screen.findByRole('heading', { level: 2, name });

describe('moving through the steps', () => {
  it('stays on a step with an error, shows it and focuses its field', async () => {
    const { user } = setUp();
    expect(screen.queryByText('Enter a workload name.')).not.toBeInTheDocument();
    await user.click(button('Next'));
    expect(field('Workload name')).toHaveFocus();
    expect(field('Workload name')).toHaveAccessibleDescription('Enter a workload name.');
    expect(field('Workload name')).toBeInvalid();
    expect(button('1 error 2 fields still to fill in')).toBeVisible();
  });

  it('keeps what was typed, and says which steps are done', async () => {
    const { user } = setUp();
    await user.type(field('Workload name'), 'shop');
    await user.click(button('Next'));
    await heading('Containers');
    await user.click(button('Back'));
    await heading('Basic information');
    expect(field('Workload name')).toHaveValue('shop');
    expect(button('Containers 2 errors')).toBeVisible();
  });

  it('goes to what blocks a step instead of opening it', async () => {
    const { user } = setUp();
    await user.type(field('Workload name'), 'shop');
    await user.click(button('Advanced'));
    await heading('Containers');
    await waitFor(() => expect(field('Container name')).toHaveFocus());
  });

  it('moves the focus to the title of the next step', async () => {
    const { user } = setUp();
    await user.type(field('Workload name'), 'shop');
    await user.click(button('Next'));
    expect(await heading('Containers')).toHaveFocus();
  });

  it('opens the place that the URL names', async () => {
    const { host } = setUp({ path: `${path}?namespace=team-a&step=advanced&section=upgrade` });
    await heading('Advanced');
    expect(screen.getByRole('tab', { name: 'Upgrade', selected: true })).toBeVisible();
    expect(host.nav.get()).toContain('namespace=team-a');
  });

  it('leads from a listed error to its field, on its step and tab', async () => {
    const { user } = setUp({ stored: shop(), path: `${path}?step=advanced&section=upgrade` });
    await user.clear(field('Max surge'));
    await user.type(field('Max surge'), 'many');
    await user.click(screen.getByRole('tab', { name: /Scheduling/ }));
    await user.click(button('1 error'));
    const list = screen.getByRole('list', { name: 'Errors, warnings and notes' });
    await user.click(within(list).getByRole('button'));
    await waitFor(() => expect(field('Max surge')).toHaveFocus());
    expect(field('Max surge')).toHaveValue('many');
  });
});

describe('the last problem', () => {
  it('leaves the focus to the line that says that nothing is wrong', async () => {
    const stored = shop();
    stored.containers[0]!.args = [{ value: '' }];
    const { user } = setUp({ stored, path: lastStep });
    await user.click(button('Create'));
    const list = await screen.findByRole('list', { name: 'Errors, warnings and notes' });
    await user.click(within(list).getAllByRole('button').at(-1)!);
    const fine = (await screen.findByText('No errors')).closest('p');
    await waitFor(() => expect(fine).toHaveFocus());
  });
});

describe('with many NICs', () => {
  it('leads from a listed warning into the folded row of its NIC', async () => {
    const stored = shop();
    const nic = { ...emptyNic(), attachment: 'kube-system/gone' };
    stored.network = { ...stored.network, nics: Array.from({ length: 8 }, () => nic) };
    const { user } = setUp({ stored, path: `${path}?step=advanced&section=nics` });
    const focused = () => document.activeElement?.id ?? '';
    await user.click(button('Create'));
    const list = await screen.findByRole('list', { name: 'Errors, warnings and notes' });
    await user.click(within(list).getAllByRole('button', { name: /net7/ })[0]!);
    await waitFor(() => expect(focused()).toMatch(/-network-nics-6-subnets/));
    expect(button('net7')).toHaveAttribute('aria-expanded', 'true');
    expect(button('net8')).toHaveAttribute('aria-expanded', 'false');
  });
});

describe('creating', () => {
  it('sends the Deployment, then the Service, once each, and opens the Deployment', async () => {
    const { host, sent, user } = setUp({ stored: shop({ service: true }), path: lastStep });
    await user.dblClick(button('Create'));
    await waitFor(() => expect(host.nav.get()).toBe('/clusters/demo/namespaces/default/deployments/shop'));
    expect(sent.map((request) => [request.path, request.body.metadata?.name])).toEqual([
      ['/apis/apps/v1/namespaces/default/deployments', 'shop'],
      ['/api/v1/namespaces/default/services', 'shop'],
    ]);
    expect(host.notices).toEqual([{ level: 'success', message: 'Deployment shop was created in default.' }]);
    expect(host.storage.get(draftKey('demo'))).toBeUndefined();
  });

  it('shows the warnings that came with the answer', async () => {
    const { host, user } = setUp({
      stored: shop(),
      path: lastStep,
      onPost: ({ body }) => json(body, 201, { warning: '299 - "this field is deprecated"' }),
    });
    await user.click(button('Create'));
    await waitFor(() => expect(host.notices).toHaveLength(2));
    expect(host.notices[1]).toEqual({
      level: 'warning',
      message: 'The cluster warned about the Deployment',
      detail: 'this field is deprecated',
    });
  });

  it('says that a name is taken, on the name, and takes another one', async () => {
    let taken = true;
    const { host, sent, user } = setUp({
      stored: shop(),
      path: lastStep,
      onPost: () => (taken ? status(409, 'AlreadyExists') : undefined),
    });
    await user.click(button('Create'));
    await waitFor(() => expect(field('Workload name')).toHaveFocus());
    expect(field('Workload name')).toHaveAccessibleDescription(/already a Deployment shop in default/);
    expect(screen.getByRole('link', { name: 'Open the existing one' })).toHaveAttribute(
      'href',
      '/clusters/demo/namespaces/default/deployments/shop',
    );
    await user.click(field('Description'));
    await user.click(button('Rename'));
    expect(field('Workload name')).toHaveFocus();
    taken = false;
    await user.type(field('Workload name'), '-2');
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
    await user.click(button('Advanced done'));
    await user.click(button('Create'));
    await waitFor(() => expect(host.nav.get()).toContain('deployments/shop-2'));
    expect(sent.map((request) => request.method)).toEqual(['POST', 'POST']);
  });

  it('puts what the API names onto its field, on its step', async () => {
    const causes = [
      {
        field: 'spec.template.spec.containers[0].image',
        reason: 'FieldValueInvalid',
        message: 'no such image',
      },
    ];
    const { user } = setUp({
      stored: shop(),
      path: lastStep,
      onPost: () => status(422, 'Invalid', causes),
    });
    await user.click(button('Create'));
    await waitFor(() => expect(field('Container image')).toHaveFocus());
    expect(field('Container image')).toHaveAccessibleDescription('The cluster refused it: no such image');
    expect(screen.getByRole('alert')).toHaveTextContent('Deployment shop was not created');
    await user.type(field('Container image'), '.0');
    await waitFor(() => expect(field('Container image')).not.toBeInvalid());
  });

  it('makes only the Service the second time when the Deployment is there', async () => {
    let broken = true;
    const causes = [{ field: 'spec.ports[0].port', reason: 'FieldValueInvalid', message: 'no' }];
    const { host, sent, user } = setUp({
      stored: shop({ service: true }),
      path: lastStep,
      onPost: ({ body }) => (body.kind === 'Service' && broken ? status(422, 'Invalid', causes) : undefined),
    });
    await user.click(button('Create'));
    await waitFor(() => expect(field('Service port')).toHaveFocus());
    expect(screen.getByText(/Deployment shop was created; its Service is missing/)).toBeVisible();
    await user.click(button('Basic information done'));
    expect(field('Workload name')).toBeDisabled();
    expect(field('Workload name')).toHaveAccessibleDescription(/only its Service is missing/);
    broken = false;
    await user.click(button('Advanced done'));
    await user.click(button('Create the Service'));
    await waitFor(() => expect(host.nav.get()).toContain('deployments/shop'));
    expect(sent.map(({ body }) => body.kind)).toEqual(['Deployment', 'Service', 'Service']);
  });

  it('keeps that the Deployment is there, and who made it', async () => {
    const { host, user } = setUp({
      stored: shop({ service: true }),
      path: lastStep,
      onPost: ({ body }) => (body.kind === 'Service' ? status(403, 'Forbidden') : undefined),
    });
    await user.click(button('Create'));
    await screen.findByText(/Deployment shop was created; its Service is missing/);
    expect(readStoredDraft(host.storage.get(draftKey('demo')))?.madeBy).toMatch(/^podnic-/);
    await user.click(button('Basic information done'));
    await user.type(field('Description'), 'more');
    await waitFor(() => {
      const stored = readStoredDraft(host.storage.get(draftKey('demo')));
      expect(stored?.draft.basics.description).toBe('more');
      expect(stored?.madeBy).toMatch(/^podnic-/);
    });
  });

  it.each([
    ['makes only the Service after a reload when the Deployment is still there', 'podnic-1', ['Service']],
    ['makes both when the Deployment is of somebody else by now', 'kubectl', ['Deployment', 'Service']],
  ])('%s', async (_, manager, made) => {
    const found = { metadata: { name: 'shop', managedFields: [{ manager }] } };
    const { host, sent, user } = setUp({
      stored: shop({ service: true }),
      madeBy: 'podnic-1',
      path: lastStep,
      onGet: (asked) => (asked.endsWith('/deployments/shop') ? json(found) : undefined),
    });
    const both = made.length === 2;
    if (!both) await screen.findByText(/Deployment shop was created; its Service is missing/);
    await user.click(button(both ? 'Create' : 'Create the Service'));
    await waitFor(() => expect(host.nav.get()).toContain('deployments/shop'));
    expect(sent.map(({ body }) => body.kind)).toEqual(made);
    expect(host.storage.get(draftKey('demo'))).toBeUndefined();
  });

  it('looks before it speaks when the connection breaks', async () => {
    const { sent, user } = setUp({
      stored: shop(),
      path: lastStep,
      onPost: () => {
        throw new TypeError('connection reset');
      },
    });
    await user.click(button('Create'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Deployment shop was not created');
    expect(sent).toHaveLength(1);
    await user.click(button('Try again'));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(await screen.findByRole('alert')).toHaveTextContent('Deployment shop was not created');
    expect(document.querySelector('footer')).toHaveFocus();
  });

  it('asks once before it creates with warnings', async () => {
    const stored = shop();
    stored.containers[0]!.args = [{ value: '' }];
    const { host, sent, user } = setUp({ stored, path: lastStep });
    await user.click(button('Create'));
    expect(await screen.findByRole('list', { name: 'Errors, warnings and notes' })).toHaveTextContent(
      'This argument is empty',
    );
    expect(sent).toEqual([]);
    await user.click(button('Create anyway'));
    await waitFor(() => expect(host.nav.get()).toContain('deployments/shop'));
  });

  it('does not take the second click of a double click for the answer; a key is one', async () => {
    const stored = shop();
    stored.containers[0]!.args = [{ value: '' }];
    const { host, sent } = setUp({ stored, path: lastStep });
    fireEvent.click(button('Create'), { detail: 1 });
    const anyway = await screen.findByRole('button', { name: 'Create anyway' });
    fireEvent.click(anyway, { detail: 2 });
    await expect(waitFor(() => expect(sent).not.toEqual([]), { timeout: 500 })).rejects.toThrow();
    fireEvent.click(anyway, { detail: 0 });
    await waitFor(() => expect(host.nav.get()).toContain('deployments/shop'));
    expect(sent).toHaveLength(1);
  });

  it('shows what is wrong on every step when a later step is opened by its address', async () => {
    const { sent, user } = setUp({ path: lastStep });
    expect(button('Containers 2 errors')).toBeVisible();
    await user.click(button('Create'));
    await waitFor(() => expect(field('Workload name')).toHaveFocus());
    expect(sent).toEqual([]);
  });
});

describe('the draft', () => {
  it('is kept while it is typed', async () => {
    const { host, user } = setUp();
    await user.type(field('Workload name'), 'shop');
    await waitFor(() => {
      const stored = readStoredDraft(host.storage.get(draftKey('demo')));
      expect(stored?.draft.basics.name).toBe('shop');
      expect(stored?.manifest).toContain('name: shop');
    });
  });

  it('comes back, and can be thrown away', async () => {
    const savedAt = new Date(2026, 0, 2, 12, 3).getTime();
    const { host, user } = setUp({ stored: shop(), savedAt });
    expect(field('Workload name')).toHaveValue('shop');
    expect(screen.getByText(/Your draft of 12:03 was restored/)).toBeVisible();
    await user.click(button('Start over'));
    await user.click(
      await within(await screen.findByRole('tooltip')).findByRole('button', { name: 'Start over' }),
    );
    await waitFor(() => expect(field('Workload name')).toHaveValue(''));
    expect(screen.queryByText(/was restored/)).not.toBeInTheDocument();
    expect(host.storage.get(draftKey('demo'))).toBeUndefined();
  });

  it('is stored at the last moment; the browser asks only when that fails', async () => {
    const { host, user } = setUp();
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    await user.type(field('Workload name'), 'shop');
    expect(leave()).toBe(false);
    expect(readStoredDraft(host.storage.get(draftKey('demo')))?.draft.basics.name).toBe('shop');
    vi.spyOn(host.storage, 'set').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await user.type(field('Workload name'), 's');
    expect(leave()).toBe(true);
  });

  it.each([
    ['is created', 201],
    ['is half made', 403],
  ])('of the next visit stays when what the last one sent %s', async (_, code) => {
    let answer: (response: Response) => void = () => {};
    const { host, user, unmount, sent } = setUp({
      stored: shop({ service: true }),
      path: lastStep,
      onPost: ({ body }) =>
        body.kind === 'Service' ? new Promise((resolve) => (answer = resolve)) : undefined,
    });
    await user.click(button('Create'));
    await waitFor(() => expect(sent).toHaveLength(2));
    unmount();
    const next = printStoredDraft({ savedAt: 1, draft: newDraft({ namespace: 'team-a' }), manifest: '' });
    host.storage.set(draftKey('demo'), next);
    answer(code === 201 ? json(sent[1]?.body, 201) : status(403, 'Forbidden'));
    await waitFor(() => expect(host.notices).toHaveLength(1));
    expect(host.storage.get(draftKey('demo'))).toBe(next);
  });
});
