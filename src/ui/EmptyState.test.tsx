import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { EmptyState } from './EmptyState.tsx';
import { renderInRoot } from './test-root.tsx';

it('is a heading where it is all that there is', () => {
  renderInRoot(
    <>
      <EmptyState title="nothing here" hint="yet" />
      <EmptyState wholePage title="no page" />
    </>,
  );
  expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual(['no page']);
  expect(screen.getByText('nothing here')).toBeInTheDocument();
  expect(screen.getByText('yet')).toBeInTheDocument();
});
