import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInRoot } from '../ui/test-root.tsx';
import { FreeCell } from './FreeCell.tsx';

it('says how many of the free addresses can be handed out, where that is not all of them', () => {
  const { unmount } = renderInRoot(
    <FreeCell count={{ free: 16_374n, total: 16_384n, reserved: 0n, obtainable: 4990n }} />,
  );
  expect(screen.getByText('4,990 can be handed out')).toBeInTheDocument();
  unmount();
  renderInRoot(<FreeCell count={{ free: 10n, total: 10n, reserved: 0n }} />);
  expect(screen.queryByText(/can be handed out/)).not.toBeInTheDocument();
});
