import { Link, useLocation } from 'react-router';
import { paths } from '../../host/paths.ts';
import { useText } from '../../i18n/useText.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** For every address that is no page. */
export function UnknownPlacePage() {
  const t = useText();
  const { pathname } = useLocation();
  return (
    <EmptyState
      wholePage
      title={t('place.unknown.title')}
      hint={t('place.unknown.hint', { place: pathname })}
    >
      <Link to={paths.clusters()}>{t('place.unknown.toClusters')}</Link>
    </EmptyState>
  );
}
