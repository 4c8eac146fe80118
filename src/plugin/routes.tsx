import { Skeleton } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { Navigate, Route, useLocation, useParams } from 'react-router';
import { useHost, useSource } from '../host/HostContext.tsx';
import { pathPatterns, paths } from '../host/paths.ts';
import { AreaBoundary } from '../ui/AreaBoundary.tsx';
import styles from './routes.module.css';
import { UnknownCluster } from './UnknownCluster.tsx';

// Each page in a chunk of its own: the create page does not carry the tables of the others, nor they its form.
const DeploymentsPage = lazy(async () => ({
  default: (await import('../workloads/DeploymentsPage.tsx')).DeploymentsPage,
}));
const DeploymentPage = lazy(async () => ({
  default: (await import('../workloads/DeploymentPage.tsx')).DeploymentPage,
}));
const CreateDeploymentPage = lazy(async () => ({
  default: (await import('../wizard/CreateDeploymentPage.tsx')).CreateDeploymentPage,
}));

/** The pages of the plugin, to be put into the `<Routes>` of whatever shell is around them. */
export const pluginRoutes = (
  <>
    <Route
      path={pathPatterns.deployments}
      element={<InCluster>{(cluster) => <DeploymentsPage cluster={cluster} />}</InCluster>}
    />
    <Route
      path={pathPatterns.createDeployment}
      element={<InCluster>{(cluster) => <CreateDeploymentPage cluster={cluster} />}</InCluster>}
    />
    <Route
      path={pathPatterns.deployment}
      element={
        <InCluster>
          {(cluster, { namespace = '', name = '' }) => (
            <DeploymentPage cluster={cluster} namespace={namespace} name={name} />
          )}
        </InCluster>
      }
    />
    <Route
      path="/clusters/:cluster"
      element={<InCluster>{(cluster) => <ToDeployments cluster={cluster} />}</InCluster>}
    />
  </>
);

interface InClusterProps {
  readonly children: (cluster: string, params: Readonly<Record<string, string | undefined>>) => ReactNode;
}

/** An area for a page of the cluster that the URL names. */
function InCluster({ children }: InClusterProps) {
  const params = useParams();
  const { pathname } = useLocation();
  const clusters = useSource(useHost().clusters);
  const cluster = clusters.find(({ name }) => name === params['cluster']);
  if (cluster === undefined) return <UnknownCluster cluster={params['cluster'] ?? ''} />;
  return (
    <AreaBoundary resetKey={pathname}>
      <Suspense fallback={<Skeleton active className={styles['loading'] ?? ''} />}>
        {children(cluster.name, params)}
      </Suspense>
    </AreaBoundary>
  );
}

function ToDeployments({ cluster }: { readonly cluster: string }) {
  return <Navigate to={paths.deployments(cluster)} replace />;
}
