import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { resources } from '../cluster/resources.ts';
import { settle } from '../cluster/test-scheduler.ts';
import { TestApi, type TestStream } from '../cluster/test-api.ts';
import { useList } from '../cluster/useList.ts';
import { StaleNote } from './StaleNote.tsx';
import { renderInRoot } from './test-root.tsx';

function Lists() {
  const pods = useList('demo', resources.pods).state.phase;
  const nodes = useList('demo', resources.nodes).state.phase;
  return (
    <>
      <StaleNote />
      <p>
        {pods} {nodes}
      </p>
    </>
  );
}

const refused = {
  kind: 'Status',
  code: 401,
  details: { causes: [{ reason: 'CredentialsRefused', message: 'me (https://c)' }] },
};

const words = {
  'en-US': ['What is shown is not up to date any more.', 'does not accept the credentials of the kubeconfig'],
  'zh-CN': ['当前显示的数据已不是最新。', '集群不接受 kubeconfig 中的凭据'],
} as const;

it.each(['en-US', 'zh-CN'] as const)('says once for all lists why they stand still: %s', async (language) => {
  const api = new TestApi();
  renderInRoot(<Lists />, { language, fetch: api.fetch });
  await act(settle);
  for (const _list of ['pods', 'nodes']) {
    api.take().json({ metadata: { resourceVersion: '1' }, items: [] });
  }
  await act(settle);
  const streams: TestStream[] = [api.take().open(), api.take().open()];
  await screen.findByText('live live');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();

  // An answer that was lost says nothing of the next: each list tells that for itself.
  const causes = [{ reason: 'AnswerLost', message: 'https://c: socket hang up' }];
  streams[0]?.frame('ERROR', { kind: 'Status', code: 502, details: { causes } });
  await screen.findByText('stale live');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();

  await waitFor(() => expect(api.idle).toBe(false), { timeout: 5000 });
  api.take().json(refused, 401);
  streams[1]?.frame('ERROR', refused);
  await screen.findByText('stale stale');
  const [note, ...others] = await screen.findAllByRole('alert');
  expect(others).toEqual([]);
  for (const word of words[language]) expect(note).toHaveTextContent(word);
});

it('is silent where a list could not be read at all: the page says that in its place', async () => {
  const api = new TestApi();
  renderInRoot(<Lists />, { fetch: api.fetch });
  await act(settle);
  api.take().json({ metadata: { resourceVersion: '1' }, items: [] });
  api.take().json(refused, 401);
  await act(settle);
  const stream = api.take().open();
  await screen.findByText('live failed');
  stream.frame('ERROR', refused);
  await screen.findByText('stale failed');
  await act(settle);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});
