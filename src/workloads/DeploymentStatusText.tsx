import { useText } from '../i18n/useText.ts';
import { StatusDot, type Tone } from './StatusDot.tsx';
import type { DeploymentStatus } from './deployment-status.ts';

const tones: Readonly<Record<DeploymentStatus, Tone>> = {
  running: 'good',
  waiting: 'busy',
  notReady: 'bad',
  stalled: 'bad',
  stopped: 'quiet',
  paused: 'quiet',
  deleting: 'quiet',
};

export function DeploymentStatusText({ status }: { status: DeploymentStatus }) {
  const t = useText();
  return <StatusDot tone={tones[status]}>{t(`status.${status}`)}</StatusDot>;
}
