import { lazy } from 'react';
import { addTexts } from '../i18n/i18n.ts';

// Each in a chunk of its own: the form does not carry the tables of the other pages, nor they the form. So it is with texts.

async function workloadTexts(): Promise<void> {
  const [workloads, failures, topology] = await Promise.all([
    import('../i18n/texts/workloads.ts'),
    import('../i18n/texts/failures.ts'),
    import('../i18n/texts/topology.ts'),
  ]);
  for (const table of [workloads.workloadTexts, failures.failureTexts, topology.topologyTexts])
    addTexts(table);
}

async function addressTexts(): Promise<void> {
  addTexts((await import('../i18n/texts/addresses.ts')).addressTexts);
}

/** A page with what it says. */
async function withTexts<Page>(page: Promise<Page>, texts: Promise<void>): Promise<Page> {
  await texts;
  return page;
}

export const LazyDeploymentsPage = lazy(async () => ({
  default: (await withTexts(import('../workloads/DeploymentsPage.tsx'), workloadTexts())).DeploymentsPage,
}));

export const LazyDeploymentPage = lazy(async () => ({
  default: (await withTexts(import('../workloads/DeploymentPage.tsx'), workloadTexts())).DeploymentPage,
}));

export const LazyCreateDeploymentPage = lazy(async () => ({
  default: (await import('../wizard/CreateDeploymentPage.tsx')).CreateDeploymentPage,
}));

export const LazyPoolsPage = lazy(async () => ({
  default: (await withTexts(import('../addresses/pools/PoolsPage.tsx'), addressTexts())).PoolsPage,
}));

export const LazyPoolPage = lazy(async () => ({
  default: (await withTexts(import('../addresses/pools/PoolPage.tsx'), addressTexts())).PoolPage,
}));

export const LazySubnetsPage = lazy(async () => ({
  default: (await withTexts(import('../addresses/subnets/SubnetsPage.tsx'), addressTexts())).SubnetsPage,
}));

export const LazySubnetPage = lazy(async () => ({
  default: (await withTexts(import('../addresses/subnets/SubnetPage.tsx'), addressTexts())).SubnetPage,
}));

export const LazyStaleNote = lazy(async () => ({
  default: (await import('../ui/StaleNote.tsx')).StaleNote,
}));

export const LazyBoundNicStep = lazy(async () => ({
  default: (await import('./BoundNicStep.tsx')).BoundNicStep,
}));
