import { lazy, Suspense, useEffect } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useSource } from '../host/HostContext.tsx';
import { paths, pathPatterns } from '../host/paths.ts';
import { PodnicRoot } from '../plugin/PodnicRoot.tsx';
import { pluginRoutes } from '../plugin/routes.tsx';
import type { StandaloneHost } from './host/standalone-host.ts';
import { ClustersPage } from './pages/ClustersPage.tsx';
import { SignInPage } from './pages/SignInPage.tsx';
import { UnknownPlacePage } from './pages/UnknownPlacePage.tsx';
import { Shell } from './shell/Shell.tsx';

// Seldom needed, and never at first.
const NoticeBoard = lazy(async () => ({ default: (await import('./shell/NoticeBoard.tsx')).NoticeBoard }));
const SignInAgain = lazy(async () => ({ default: (await import('./pages/SignInAgain.tsx')).SignInAgain }));

/** The standalone console: the plugin in its first host. */
export function Console({ site }: { readonly site: StandaloneHost }) {
  const generation = useSource(site.session.generation);
  const locale = useSource(site.preferences.locale);
  const theme = useSource(site.preferences.theme);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.style.colorScheme = theme;
  }, [locale, theme]);
  // A root of its own for each sign-in: nothing that one person has loaded is there for the next.
  return (
    <PodnicRoot key={generation} host={site.host}>
      <SignedIn site={site} />
      <Suspense>
        <NoticeBoard notices={site.notices} />
      </Suspense>
    </PodnicRoot>
  );
}

function SignedIn({ site }: { readonly site: StandaloneHost }) {
  const { status } = useSource(site.session.state);
  if (status === 'signedOut') return <SignInPage site={site} />;
  return (
    <>
      <Routes>
        <Route element={<Shell site={site} />}>
          <Route path="/" element={<Navigate to={paths.clusters()} replace />} />
          <Route path={pathPatterns.clusters} element={<ClustersPage />} />
          {pluginRoutes}
          <Route path="*" element={<UnknownPlacePage />} />
        </Route>
      </Routes>
      {status === 'expired' && (
        <Suspense>
          <SignInAgain site={site} />
        </Suspense>
      )}
    </>
  );
}
