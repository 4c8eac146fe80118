import { act, cleanup, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { settle } from '../cluster/test-scheduler.ts';
import type { DeploymentTab } from '../host/paths.ts';
import { createTestHost, renderInRoot } from '../ui/test-root.tsx';
import { DeploymentPage } from './DeploymentPage.tsx';
import { workloadCluster, type Answers } from './test-workload.ts';

/** Shows a tab with every list that is answered. */
async function show(tab: DeploymentTab, answers: Answers = {}) {
  const path = `/clusters/demo/namespaces/default/deployments/web?tab=${tab}`;
  const host = createTestHost({ path, fetch: workloadCluster(answers) });
  renderInRoot(<DeploymentPage cluster="demo" namespace="default" name="web" />, { host });
  await screen.findByRole('heading', { name: 'web' });
  await act(settle);
}

const refusal = () => screen.findByRole('alert');

describe('the Pods of a Deployment', () => {
  it('are shown by owner', async () => {
    await show('pods');
    expect(await screen.findByText('web-1-a')).toBeVisible();
  });

  it('are not said to be none when ReplicaSets may not be read', async () => {
    await show('pods', { replicasets: 403 });
    expect(await refusal()).toHaveTextContent('You are not allowed to do this.');
    expect(screen.queryByText('No Pods')).not.toBeInTheDocument();
  });

  it('show what Spiderpool gave to them when they may not be read', async () => {
    await show('pods', { pods: 403 });
    expect(await refusal()).toHaveTextContent('You are not allowed to do this.');
    expect(screen.getByRole('region', { name: 'web-1-a' })).toHaveTextContent('10.6.0.2/24');
  });

  it('are not said to be none while ReplicaSets are being read', async () => {
    await show('pods', { replicasets: 'never' });
    expect(screen.queryByText('No Pods')).not.toBeInTheDocument();
  });
});

describe('the network of a Deployment', () => {
  const none = () => screen.queryByText('No pool is in use yet.');
  const pool = (name: string) => screen.findByRole('row', { name: new RegExp(`^${name} `) });
  const comparison = () => screen.queryByRole('table', { name: 'NICs, asked for and reported' });
  const unread = 'The Pods’ NICs cannot be read, so it is not known which pools they use.';

  it('has the pools that its Pods hold addresses of', async () => {
    await show('network');
    expect(await pool('p4')).toHaveTextContent('1 of 10 in use');
    expect(await pool('p6')).toHaveTextContent('1 of > 1,000,000,000 in use');
    expect(comparison()).toHaveTextContent('p4');
  });

  it('has no pool when all lists were read and no Pod holds an address', async () => {
    await show('network', { spiderendpoints: [] });
    expect(await screen.findByText('No pool is in use yet.')).toBeVisible();
  });

  it.each(['pods', 'replicasets', 'spiderendpoints'])('is not said to be none without %s', async (plural) => {
    for (const answer of [403, 500]) {
      await show('network', { [plural]: answer });
      expect(await screen.findByText(unread)).toBeVisible();
      expect(await refusal()).toBeVisible();
      expect(comparison()).not.toBeInTheDocument();
      expect(none()).not.toBeInTheDocument();
      cleanup();
    }
  });

  it('has the pools by name when they may not be listed', async () => {
    await show('network', { spiderippools: 403 });
    expect(await pool('p4')).toHaveTextContent('p4–net11–');
    expect(await refusal()).toBeVisible();
    expect(comparison()).toBeVisible();
  });

  it('says that it cannot read pools, not that none is used', async () => {
    await show('network', { spiderippools: 500, spiderendpoints: [] });
    expect(await refusal()).toBeVisible();
    expect(none()).not.toBeInTheDocument();
  });

  it.each(['pods', 'replicasets', 'spiderendpoints', 'spiderippools'])(
    'is neither compared nor said to be none while %s are being read',
    async (plural) => {
      await show('network', { [plural]: 'never' });
      expect(screen.getByRole('heading', { name: 'IP pools in use' })).toBeVisible();
      expect(comparison()).not.toBeInTheDocument();
      expect(none()).not.toBeInTheDocument();
    },
  );

  it('is that of the Pods alone in a cluster without Spiderpool', async () => {
    await show('network', { spiderippools: 404, spiderendpoints: 404 });
    expect(await screen.findByText(/its CRD is not installed/)).toBeVisible();
    expect(comparison()).toBeVisible();
    expect(none()).not.toBeInTheDocument();
  });
});

describe('the topology of a Deployment', () => {
  const title = 'From the Pods to the wire';
  const picture = () => screen.findByRole('group', { name: title });

  it('counts its Pods and what they hold', async () => {
    await show('topology');
    expect(await picture()).toHaveTextContent('web1 Pod');
    expect(await picture()).toHaveTextContent('1 address held here');
  });

  it.each(['pods', 'replicasets'])('has no count of Pods without %s', async (plural) => {
    await show('topology', { [plural]: 403 });
    expect(await refusal()).toBeVisible();
    expect(await picture()).not.toHaveTextContent(/Pods?\b|held here/);
  });

  it('does not say what Pods hold without SpiderEndpoints', async () => {
    await show('topology', { spiderendpoints: 403 });
    expect(await refusal()).toBeVisible();
    expect(await picture()).toHaveTextContent('web1 Pod');
    expect(await picture()).not.toHaveTextContent('held here');
  });

  it.each(['pods', 'spiderendpoints'])('is not drawn while %s are being read', async (plural) => {
    await show('topology', { [plural]: 'never' });
    expect(screen.getByRole('heading', { name: title })).toBeVisible();
    expect(screen.queryByRole('group', { name: title })).not.toBeInTheDocument();
  });
});
