import { Link, Route, Routes } from 'react-router';
import { useHost, useSource } from '../host/HostContext.tsx';
import { paths } from '../host/paths.ts';
import { useText } from '../i18n/useText.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { pluginRoutes } from './routes.tsx';

/** All pages of the plugin, without a shell: header and navigation are the host's. */
export function PluginPages() {
  return (
    <Routes>
      {pluginRoutes}
      <Route path="*" element={<Elsewhere />} />
    </Routes>
  );
}

/** Where the host's navigation is at none of the plugin's places: the ways into it. */
function Elsewhere() {
  const t = useText();
  const { clusters, nav } = useHost();
  const all = useSource(clusters);
  const place = useSource(nav);
  return (
    <EmptyState wholePage title={t('place.unknown.title')} hint={t('place.unknown.hint', { place })}>
      {all.map(({ name, title }) => (
        <Link key={name} to={paths.deployments(name)}>
          {title} · {t('word.deployments')}
        </Link>
      ))}
    </EmptyState>
  );
}
