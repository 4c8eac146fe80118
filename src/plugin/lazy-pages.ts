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

export const LazyBoundNicStep = lazy(async () => ({
  default: (await import('./BoundNicStep.tsx')).BoundNicStep,
}));
