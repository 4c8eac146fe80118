import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { createTestHost, renderInRoot } from '../../ui/test-root.tsx';
import type { EventSummary } from '../events/event-summary.ts';
import type { StoredDeployment } from '../stored-deployment.ts';
import { NoPods } from './MissingPods.tsx';

const deployment = {
  metadata: { name: 'web', namespace: 'default', uid: 'd1', resourceVersion: '1' },
  spec: { replicas: 3, template: { metadata: {} } },
} as StoredDeployment;

function refused(message: string): EventSummary {
  return {
    uid: 'e1',
    warning: true,
    reason: 'FailedCreate',
    message,
    object: { kind: 'ReplicaSet', name: 'web-1', uid: 'r1' },
    count: 4,
    last: '2026-01-01T00:00:00Z',
  };
}

function show(events: readonly EventSummary[], of = deployment, language: 'en-US' | 'zh-CN' = 'en-US') {
  const host = createTestHost({ language });
  renderInRoot(<NoPods cluster="demo" deployment={of} events={events} />, { host });
}

const quota = refused(
  'Error creating: pods "web-1-x" is forbidden: exceeded quota: small, requested: pods=1, used: pods=2, limited: pods=2',
);

it('says that a quota leaves no room, with its numbers', async () => {
  show([quota]);
  const alert = screen.getByRole('alert');
  expect(screen.getByRole('heading', { name: '0 of 3 Pods could be made' })).toBeVisible();
  expect(alert).toHaveTextContent('ResourceQuota small of the namespace admits no more.');
  expect(alert).toHaveTextContent('Asked for: pods=1. Used: pods=2. Limit: pods=2.');
  expect(alert).not.toHaveTextContent('FailedCreate');
  await userEvent.click(screen.getByRole('button', { name: 'Why web waits' }));
  expect(alert).toHaveTextContent('FailedCreate: Error creating: pods "web-1-x" is forbidden');
  expect(screen.queryByRole('button', { name: /Mend/ })).not.toBeInTheDocument();
});

it('says why Spiderpool refuses to inject networks, in its own words', () => {
  show(
    [
      refused(
        'Error creating: admission webhook "pods.spiderpool.spidernet.io" denied the request: no spidermultusconfigs with annotation: cni.spidernet.io/network-resource-inject:blue found',
      ),
    ],
    deployment,
    'zh-CN',
  );
  expect(screen.getByRole('alert')).toHaveTextContent('Spiderpool 无法按标记注入网络。');
  expect(screen.getByRole('alert')).toHaveTextContent('no spidermultusconfigs with annotation');
});

it('does not take a stop for a refusal', () => {
  show([quota], { ...deployment, spec: { ...deployment.spec, replicas: 0 } } as StoredDeployment);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(screen.getByText('It is scaled to 0 replicas.')).toBeVisible();
});
