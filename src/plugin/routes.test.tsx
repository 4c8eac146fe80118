import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderInRoot, testSource } from '../ui/test-root.tsx';
import { PluginPages } from './PluginPages.tsx';

describe('PluginPages', () => {
  it('leads a cluster to its Deployments', async () => {
    const { host } = renderInRoot(<PluginPages />, { path: '/clusters/demo' });
    expect(host.nav.get()).toBe('/clusters/demo/deployments');
    const heading = await screen.findByRole('heading', { name: 'Deployments' }, { timeout: 15_000 });
    expect(heading).toBeInTheDocument();
  });

  it.each([
    '/clusters/nowhere',
    '/clusters/nowhere/deployments',
    '/clusters/nowhere/namespaces/a/deployments/b',
    '/clusters/nowhere/ippools',
    '/clusters/nowhere/ippools/p',
    '/clusters/nowhere/subnets',
    '/clusters/nowhere/subnets/s',
  ])('says at %s that there is no such cluster', (path) => {
    renderInRoot(<PluginPages />, { path });
    expect(screen.getByRole('heading', { name: 'There is no cluster nowhere' })).toBeInTheDocument();
  });

  it('shows the ways in where the host is elsewhere', () => {
    const clusters = testSource([
      { name: 'a', title: 'A' },
      { name: 'b', title: 'B' },
    ]);
    renderInRoot(<PluginPages />, { path: '/somewhere', clusters });
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/clusters/a/deployments',
      '/clusters/b/deployments',
    ]);
  });
});
