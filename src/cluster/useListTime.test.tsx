import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { HostProvider } from '../host/HostContext.tsx';
import type { Host } from '../host/host.ts';
import { ClusterProvider } from './ClusterProvider.tsx';
import { resources } from './resources.ts';
import { TestApi } from './test-api.ts';
import { settle } from './test-scheduler.ts';
import { useListTime } from './useListTime.ts';

function Time() {
  const { state, changedAt } = useListTime('demo', resources.ipPools);
  return <p>{`${state.phase} ${changedAt === undefined ? 'never' : changedAt >= begun}`}</p>;
}

const begun = Date.now();

it('knows when a list was last heard of, and nothing before', async () => {
  const api = new TestApi();
  render(
    <HostProvider value={{ fetch: api.fetch } as unknown as Host}>
      <ClusterProvider>
        <Time />
      </ClusterProvider>
    </HostProvider>,
  );
  expect(screen.getByText('listing never')).toBeInTheDocument();
  await act(settle);
  api.take().json({ metadata: { resourceVersion: '1' }, items: [] });
  await act(settle);
  api.take().open();
  expect(await screen.findByText('live true')).toBeInTheDocument();
});
