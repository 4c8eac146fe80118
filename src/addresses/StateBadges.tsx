import { useText } from '../i18n/useText.ts';
import { Badge } from '../ui/Badge.tsx';

interface StateBadgesProps {
  readonly isDefault?: boolean;
  readonly disabled?: boolean;
  readonly terminating: boolean;
}

/** What sets a pool or subnet apart from an ordinary one. */
export function StateBadges({ isDefault = false, disabled = false, terminating }: StateBadgesProps) {
  const t = useText();
  return (
    <>
      {isDefault && <Badge>{t('addresses.default')}</Badge>}
      {disabled && <Badge tone="warning">{t('addresses.disabled')}</Badge>}
      {terminating && <Badge tone="warning">{t('addresses.terminating')}</Badge>}
    </>
  );
}
