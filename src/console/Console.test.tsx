import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Console } from './Console.tsx';
import { createStandaloneHost } from './host/standalone-host.ts';
import type { SignIn } from './host/site-config.ts';

/** What the clusters answer to a path, by token. */
let answer: (path: string, token: string) => Response;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  answer = (path) =>
    path.endsWith('/version')
      ? Response.json({ gitVersion: 'v1.32.0' })
      : Response.json({ status: { userInfo: { username: 'admin' } } }, { status: 201 });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
    Promise.resolve(answer(path, new Headers(init.headers).get('authorization')?.slice(7) ?? '')),
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function open(path: string, signIn: SignIn = 'any-token') {
  history.replaceState(null, '', path);
  const site = createStandaloneHost(window, '/', {
    signIn,
    clusters: [
      { name: 'demo', title: 'Demo', description: { 'en-US': 'Two zones', 'zh-CN': '两个可用区' } },
      { name: 'plain', title: 'plain', description: '' },
    ],
  });
  render(<Console site={site} />);
  return { site, user: userEvent.setup() };
}

async function signIn(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'Fill one in' }));
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('signing in', () => {
  it('comes before every page, and leads to the one that was asked for', async () => {
    const { user } = open('/clusters/nowhere/deployments?namespace=x&lang=en-US');
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
    expect(document.title).toBe('Sign in – Podnic');
    expect(screen.getByText(/accept any token/)).toBeInTheDocument();
    await signIn(user);
    expect(await screen.findByText('There is no cluster nowhere')).toBeInTheDocument();
    expect(location.pathname + location.search).toBe('/clusters/nowhere/deployments?namespace=x');
    expect(document.title).toBe('Deployments · nowhere – Podnic');
  });

  it('keeps the token out of every storage', async () => {
    const { user, site } = open('/clusters');
    await signIn(user);
    await screen.findByRole('heading', { name: 'Clusters' });
    expect(site.session.token()).toBe('simulated-admin');
    expect(
      JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
        location.href,
      ]),
    ).not.toContain('simulated-admin');
  });

  it('says what is wrong with a token, at the field, and moves there', async () => {
    answer = () => new Response('', { status: 401 });
    const { user } = open('/clusters', 'token');
    expect(screen.queryByRole('button', { name: 'Fill one in' })).not.toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    const field = screen.getByLabelText('Token');
    expect(field).toHaveAccessibleDescription('Enter a token.');
    expect(field).toHaveFocus();
    await user.type(field, 'wrong{Enter}');
    await waitFor(() => expect(field).toHaveAccessibleDescription('The cluster does not accept this token.'));
    expect(field).toBeInvalid();
    expect(field).toHaveValue('wrong');
  });

  it('is not asked for where a proxy has done it', async () => {
    open('/clusters', 'none');
    expect(await screen.findByRole('heading', { name: 'Clusters' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Account/ })).not.toBeInTheDocument();
  });

  it('is asked for again over the page when the token is refused, and the page goes on', async () => {
    const { user, site } = open('/clusters');
    await signIn(user);
    await screen.findAllByText('Kubernetes v1.32.0');
    const asked: string[] = [];
    answer = (path, token) => {
      asked.push(token);
      return token === 'simulated-admin' && path.endsWith('/pods')
        ? new Response('', { status: 401 })
        : Response.json({ status: {}, items: [] });
    };
    const pods = site.host.fetch('demo', '/api/v1/pods');
    const dialog = await screen.findByRole('dialog', { name: 'Sign in again' });
    expect(dialog).toHaveTextContent('probably expired');
    expect(screen.getByText('Two zones')).toBeInTheDocument();
    await user.type(within(dialog).getByLabelText('Token'), 'fresh{Enter}');
    expect((await pods).status).toBe(200);
    expect(asked).toEqual(['simulated-admin', 'fresh', 'fresh']);
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('ends with the sign-out, and so does what the tab kept', async () => {
    const { user, site } = open('/clusters');
    await signIn(user);
    site.host.storage.set('draft', 'web');
    await user.click(await screen.findByRole('button', { name: 'Account: admin' }));
    await user.click(await screen.findByText('Sign out'));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
    expect(site.host.storage.get('draft')).toBeUndefined();
    expect(site.session.token()).toBeUndefined();
  });
});

describe('the shell', () => {
  it('lists the clusters and whether they answer', async () => {
    answer = (path) =>
      path.includes('/plain/') ? new Response('', { status: 502 }) : Response.json({ gitVersion: 'v1.32.0' });
    open('/', 'none');
    const demo = (await screen.findByRole('link', { name: 'Demo' })).closest('article');
    expect(location.pathname).toBe('/clusters');
    await waitFor(() => expect(demo).toHaveTextContent('ReachableKubernetes v1.32.0'));
    const plain = screen.getByRole('link', { name: 'plain' }).closest('article');
    await waitFor(() => expect(plain).toHaveTextContent('Not reachable'));
    expect(screen.getByRole('link', { name: 'Demo' })).toHaveAttribute('href', '/clusters/demo/deployments');
  });

  it.each([
    ['KubeconfigUnusable', 500, 'The kubeconfig cannot be used.', 'kubeconfig 无法使用。'],
    ['ContextMissing', 500, 'has no such context any more', '已没有该上下文'],
    ['ExecPluginFailed', 500, 'exec plugin that the kubeconfig names gives no', 'exec 插件未能提供凭据'],
    ['ServerUnreachable', 503, 'API server of the cluster cannot be reached', '无法连接集群的 API 服务器'],
    ['CertificateUntrusted', 503, 'certificate of the API server is not trusted', 'API 服务器的证书不受信任'],
    [
      'CredentialsRefused',
      401,
      'does not accept the credentials of the kubeconfig',
      '不接受 kubeconfig 中的凭据',
    ],
  ])('says why a cluster of a kubeconfig cannot be used: %s', async (reason, code, english, chinese) => {
    const causes = [{ reason, message: 'what is peculiar', field: '' }];
    const status = { kind: 'Status', status: 'Failure', code, message: 'all of it', details: { causes } };
    answer = () => Response.json(status, { status: code });
    const { user } = open('/', 'none');
    const card = (await screen.findByRole('link', { name: 'Demo' })).closest('article');
    await waitFor(() => expect(card).toHaveTextContent(english));
    expect(card).toHaveTextContent(code === 401 ? 'Access refused' : 'Not reachable');
    expect(card).toHaveTextContent('what is peculiar');
    await user.click(screen.getByText('中文'));
    expect(card).toHaveTextContent(chinese);
  });

  it('changes its language at once and remembers it', async () => {
    const { user } = open('/clusters', 'none');
    await user.click(await screen.findByText('中文'));
    expect(await screen.findByRole('heading', { name: '集群列表' })).toBeInTheDocument();
    expect(screen.getByText('两个可用区')).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(localStorage.getItem('podnic.language')).toBe('zh-CN');
    expect(document.title).toBe('集群列表 – Podnic');
  });

  it('changes its theme', async () => {
    const { user } = open('/clusters', 'none');
    await user.click(await screen.findByRole('button', { name: 'Switch to the dark theme' }));
    expect(screen.getByRole('button', { name: 'Switch to the light theme' })).toBeInTheDocument();
    expect(document.documentElement.style.colorScheme).toBe('dark');
    expect(document.querySelector('[data-theme]')).toHaveClass('podnic-dark');
  });

  it('has a page for what is no page, with the way back', async () => {
    const { user } = open('/clusters/demo/volumes', 'none');
    expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeInTheDocument();
    expect(document.title).toBe('Page not found – Podnic');
    await user.click(screen.getByRole('link', { name: 'To the clusters' }));
    expect(await screen.findByRole('heading', { name: 'Clusters' })).toBeInTheDocument();
  });

  it('shows what the plugin has to say', async () => {
    const { site } = open('/clusters', 'none');
    await screen.findByRole('heading', { name: 'Clusters' });
    site.host.notify('success', 'Deployment web was deleted', 'with its pools');
    expect(await screen.findByText('Deployment web was deleted')).toBeInTheDocument();
    expect(screen.getByText('with its pools')).toBeInTheDocument();
  });
});
