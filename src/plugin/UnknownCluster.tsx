import { useText } from '../i18n/useText.ts';
import { EmptyState } from '../ui/EmptyState.tsx';

/** In the place of any page of a cluster that the host does not have. */
export function UnknownCluster({ cluster }: { readonly cluster: string }) {
  const t = useText();
  return (
    <EmptyState wholePage title={t('cluster.unknown.title', { cluster })} hint={t('cluster.unknown.hint')} />
  );
}
