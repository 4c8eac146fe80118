import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { AutoPoolDiagnosis } from '../../domain/failures/auto-pool.ts';
import type { FailureExplanation } from '../../domain/failures/explain-failure.ts';
import type { NetworkFailure } from '../../domain/failures/failure.ts';
import { testPool } from '../../domain/test-cluster.ts';
import { renderInRoot } from '../../ui/test-root.tsx';
import { FailureFacts } from './FailureFacts.tsx';

const failure: NetworkFailure = {
  cause: 'exhausted',
  names: ['p6'],
  params: {},
  text: 'no IP available',
  noise: false,
};

const pool = testPool('p6', { ips: ['10.6.0.1-10.6.0.10'] });

function show(told: Partial<FailureExplanation>) {
  const explanation: FailureExplanation = { stocks: [], offers: [], given: [], ...told };
  renderInRoot(<FailureFacts failure={failure} explanation={explanation} />);
}

it('counts what a number of addresses has a meaning for', () => {
  show({
    stocks: [{ name: 'p6', pool, free: 1n << 64n, total: 1n << 120n, held: 12_000n, reserved: 1n << 40n }],
  });
  expect(screen.getByRole('listitem')).toHaveTextContent(
    'p6 · > 1,000,000,000 free of > 1,000,000,000, 12,000 held by Pods, > 1,000,000,000 reserved',
  );
});

it('counts what a subnet has left for a pool that has to grow', () => {
  const autoPool: AutoPoolDiagnosis = {
    kind: 'cannotGrow',
    interfaceName: 'net1',
    family: 'ipv6',
    subnet: 's6',
    pool: 'p6',
    size: 1n << 70n,
    needed: 3,
    free: 2_500n,
  };
  show({ autoPool });
  expect(screen.getByRole('listitem')).toHaveTextContent(
    'Pool p6 should have 3 addresses and has > 1,000,000,000; subnet s6 has 2,500 free.',
  );
});
