import { type ReactNode, Suspense } from 'react';
import { Navigate, Route, useLocation, useParams } from 'react-router';
import { useHost, useSource } from '../host/HostContext.tsx';
import { pathPatterns, paths } from '../host/paths.ts';
import { AreaBoundary } from '../ui/AreaBoundary.tsx';
import { Area } from './Area.tsx';
import {
  LazyCreateDeploymentPage,
  LazyDeploymentPage,
  LazyDeploymentsPage,
  LazyPoolPage,
  LazyPoolsPage,
  LazyStaleNote,
  LazySubnetPage,
  LazySubnetsPage,
} from './lazy-pages.ts';
import { UnknownCluster } from './UnknownCluster.tsx';

/** The pages of the plugin, to be put into the `<Routes>` of whatever shell is around them. */
export const pluginRoutes = (
  <>
    <Route
      path={pathPatterns.deployments}
      element={<InCluster>{(cluster) => <LazyDeploymentsPage cluster={cluster} />}</InCluster>}
    />
    <Route
      path={pathPatterns.createDeployment}
      element={<InCluster>{(cluster) => <LazyCreateDeploymentPage cluster={cluster} />}</InCluster>}
    />
    <Route
      path={pathPatterns.deployment}
      element={
        <InCluster>
          {(cluster, { namespace = '', name = '' }) => (
            <LazyDeploymentPage cluster={cluster} namespace={namespace} name={name} />
          )}
        </InCluster>
      }
    />
    <Route
      path={pathPatterns.ipPools}
      element={<InCluster>{(cluster) => <LazyPoolsPage cluster={cluster} />}</InCluster>}
    />
    <Route
      path={pathPatterns.ipPool}
      element={
        <InCluster>{(cluster, { name = '' }) => <LazyPoolPage cluster={cluster} name={name} />}</InCluster>
      }
    />
    <Route
      path={pathPatterns.subnets}
      element={<InCluster>{(cluster) => <LazySubnetsPage cluster={cluster} />}</InCluster>}
    />
    <Route
      path={pathPatterns.subnet}
      element={
        <InCluster>{(cluster, { name = '' }) => <LazySubnetPage cluster={cluster} name={name} />}</InCluster>
      }
    />
    <Route
      path={pathPatterns.cluster}
      element={<InCluster>{(cluster) => <Navigate to={paths.deployments(cluster)} replace />}</InCluster>}
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
    <>
      <AreaBoundary resetKey={pathname}>
        <Suspense fallback={null}>
          <LazyStaleNote />
        </Suspense>
      </AreaBoundary>
      <Area resetKey={pathname}>{children(cluster.name, params)}</Area>
    </>
  );
}
