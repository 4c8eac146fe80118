import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { expect, it, vi } from 'vitest';
import { TestApi } from '../cluster/test-api.ts';
import type { Finding } from '../domain/checks/finding.ts';
import { fromNetworkDraft } from '../domain/spiderpool/write-network.ts';
import type { NetworkDraft } from '../domain/workload/draft.ts';
import { emptyNic, newNetwork } from '../domain/workload/new-draft.ts';
import { renderInRoot } from '../ui/test-root.tsx';
import { BoundNicStep } from './BoundNicStep.tsx';

const attachment = {
  metadata: { name: 'macvlan-ens192', namespace: 'kube-system', uid: 'u1', resourceVersion: '1' },
  spec: {
    config: JSON.stringify({ type: 'macvlan', master: 'ens192', ipam: { type: 'spiderpool' } }),
  },
};

/** A cluster with one attachment; its watches stay open. */
function fetchOfCluster(cluster: string, path: string, init?: RequestInit): Promise<Response> {
  const api = new TestApi();
  const response = api.fetch(cluster, path, init);
  const request = api.take();
  if (request.query.has('watch')) request.open();
  else {
    const items = request.path.endsWith('/network-attachment-definitions') ? [attachment] : [];
    request.json({ metadata: { resourceVersion: '1' }, items });
  }
  return response;
}

interface TheirForm {
  team: string;
  network: NetworkDraft;
}

interface TheirPageProps {
  readonly onFindings: (findings: readonly Finding[]) => void;
  readonly onSubmit: (values: TheirForm) => void;
}

/** A page of somebody else, with a form of its own. */
function TheirPage({ onFindings, onSubmit }: TheirPageProps) {
  const { control, register, handleSubmit } = useForm<TheirForm>({
    defaultValues: { team: '', network: { ...newNetwork(), nics: [emptyNic()] } },
  });
  return (
    <form onSubmit={(event) => void handleSubmit(onSubmit)(event)}>
      <label>
        Team <input {...register('team')} />
      </label>
      <Controller
        name="network"
        control={control}
        render={({ field }) => (
          <Suspense>
            <BoundNicStep
              cluster="demo"
              value={field.value}
              onChange={field.onChange}
              workload={{ name: 'web', namespace: 'default', replicas: '3' }}
              onFindings={onFindings}
            />
          </Suspense>
        )}
      />
      <button type="submit">Save</button>
    </form>
  );
}

it('is a field of a form of somebody else, and says what is wrong in it', async () => {
  const user = userEvent.setup();
  const onFindings = vi.fn<(findings: readonly Finding[]) => void>();
  const onSubmit = vi.fn<(values: TheirForm) => void>();
  renderInRoot(<TheirPage onFindings={onFindings} onSubmit={onSubmit} />, { fetch: fetchOfCluster });
  const codes = () => (onFindings.mock.lastCall?.[0] ?? []).map(({ code, path }) => `${path} ${code}`);
  await waitFor(() => expect(codes()).toContain('network.nics.0.attachment nic.attachmentRequired'), {
    timeout: 10_000,
  });
  expect(codes().every((code) => code.startsWith('network'))).toBe(true);

  await user.type(screen.getByRole('textbox', { name: 'Team' }), 'payments');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(onSubmit).toHaveBeenCalled());
  const saved = onSubmit.mock.lastCall?.[0];
  expect(saved?.team).toBe('payments');
  expect(saved?.network.nics).toHaveLength(1);
  expect(fromNetworkDraft(newNetwork())).toEqual({});
});
