import { screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { AreaBoundary } from './AreaBoundary.tsx';
import { renderInRoot } from './test-root.tsx';

afterEach(() => {
  vi.restoreAllMocks();
});

function Fragile({ broken }: { readonly broken: boolean }) {
  if (broken) throw new Error('boom');
  return <p>well</p>;
}

function page(broken: boolean, resetKey: string) {
  return (
    <>
      <AreaBoundary resetKey={resetKey}>
        <Fragile broken={broken} />
      </AreaBoundary>
      <p>the rest</p>
    </>
  );
}

it('keeps a failure to its area, and forgets it when something else is shown', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { rerenderInRoot } = renderInRoot(page(true, '/a'));
  expect(screen.getByRole('alert')).toHaveTextContent('boom');
  expect(screen.getByText('the rest')).toBeInTheDocument();
  rerenderInRoot(page(false, '/a'));
  expect(screen.getByRole('alert')).toBeInTheDocument();
  rerenderInRoot(page(false, '/b'));
  expect(screen.getByText('well')).toBeInTheDocument();
});
