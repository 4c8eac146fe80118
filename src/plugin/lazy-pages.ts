import { lazy } from 'react';

// Each in a chunk of its own: the form does not carry the tables of the other pages, nor they the form.

export const LazyDeploymentsPage = lazy(async () => ({
  default: (await import('../workloads/DeploymentsPage.tsx')).DeploymentsPage,
}));

export const LazyDeploymentPage = lazy(async () => ({
  default: (await import('../workloads/DeploymentPage.tsx')).DeploymentPage,
}));

export const LazyCreateDeploymentPage = lazy(async () => ({
  default: (await import('../wizard/CreateDeploymentPage.tsx')).CreateDeploymentPage,
}));

export const LazyPoolsPage = lazy(async () => ({
  default: (await import('../addresses/pools/PoolsPage.tsx')).PoolsPage,
}));

export const LazyPoolPage = lazy(async () => ({
  default: (await import('../addresses/pools/PoolPage.tsx')).PoolPage,
}));

export const LazySubnetsPage = lazy(async () => ({
  default: (await import('../addresses/subnets/SubnetsPage.tsx')).SubnetsPage,
}));

export const LazySubnetPage = lazy(async () => ({
  default: (await import('../addresses/subnets/SubnetPage.tsx')).SubnetPage,
}));

export const LazyBoundNicStep = lazy(async () => ({
  default: (await import('./BoundNicStep.tsx')).BoundNicStep,
}));
