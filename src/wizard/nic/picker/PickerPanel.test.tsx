import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderInRoot } from '../../../ui/test-root.tsx';
import { PickerPanel, type PickerOption } from './PickerPanel.tsx';

const works: readonly PickerOption[] = ['alpha', 'beta', 'gamma'].map((id) => ({ id, works: true }));
const fails: readonly PickerOption[] = ['full', 'bound'].map((id) => ({ id, works: false }));

interface Given {
  readonly options?: readonly PickerOption[];
  readonly selected?: readonly string[];
  readonly typedOption?: (query: string) => PickerOption | undefined;
}

function open({ options = [...works, ...fails], selected = [], typedOption }: Given = {}) {
  const onPick = vi.fn<(id: string) => void>();
  const onClose = vi.fn<() => void>();
  renderInRoot(
    <PickerPanel
      id="p"
      title="net1 · IPv4 pools"
      searchLabel="Search"
      options={options}
      selected={selected}
      multiple
      finder={(query) => (option) => option.id.includes(query)}
      typedOption={typedOption}
      renderOption={(option) => option.id}
      renderDetail={(option) => `why ${option.id}`}
      emptyText="Nothing will do."
      onPick={onPick}
      onClose={onClose}
    />,
  );
  return {
    onPick,
    onClose,
    search: screen.getByRole('combobox', { name: 'Search' }),
    user: userEvent.setup(),
  };
}

function activeText(): string | null | undefined {
  const id = screen.getByRole('combobox', { name: 'Search' }).getAttribute('aria-activedescendant');
  return document.getElementById(id ?? '')?.textContent;
}

describe('PickerPanel', () => {
  it('has the focus in its search field and the lines in two groups', () => {
    const { search } = open({ selected: ['beta'] });
    expect(search).toHaveFocus();
    expect(screen.getByRole('group', { name: /^Will work\s*3$/ })).toBeInTheDocument();
    expect(screen.getByRole('group', { name: /^Will not, and why\s*2$/ })).toBeInTheDocument();
    expect(screen.getByRole('option', { name: 'beta' })).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByRole('option', { name: 'full' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('starts at what is chosen, moves with the arrow keys and picks with Enter', async () => {
    const { onPick, user } = open({ selected: ['beta'] });
    expect(activeText()).toContain('beta');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(onPick).toHaveBeenLastCalledWith('gamma');
    await user.keyboard('{ArrowUp}{ArrowUp}{Enter}');
    expect(onPick).toHaveBeenLastCalledWith('alpha');
  });

  it('shows the reasons of a line that will not work in place of picking it', async () => {
    const { onPick, user } = open();
    await user.keyboard('{PageDown}{Enter}');
    expect(onPick).not.toHaveBeenCalled();
    expect(screen.getByText('why bound')).toBeInTheDocument();
    await user.keyboard('{ArrowUp}');
    expect(screen.getByText('why full')).toBeInTheDocument();
    await user.keyboard('{ArrowLeft}');
    expect(screen.queryByText(/^why/)).not.toBeInTheDocument();
  });

  it('opens the reasons with the right arrow only from the end of the text', async () => {
    const { user } = open();
    await user.keyboard('al{ArrowLeft}{ArrowRight}');
    expect(screen.queryByText('why alpha')).not.toBeInTheDocument();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByText('why alpha')).toBeInTheDocument();
  });

  it('lets a chosen line that no longer works be taken away', async () => {
    const { onPick, user } = open({ selected: ['full'] });
    await user.click(screen.getByRole('option', { name: 'full' }));
    expect(onPick).toHaveBeenLastCalledWith('full');
  });

  it('finds what is typed, and says so when nothing will do', async () => {
    const { user } = open();
    await user.keyboard('bou');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['bound']);
    expect(screen.getByText('Nothing will do.')).toBeInTheDocument();
  });

  it('offers what was typed where the list cannot be read', async () => {
    const { onPick, user } = open({ options: [], typedOption: (id) => ({ id, works: true }) });
    await user.keyboard('my-pool{Enter}');
    expect(onPick).toHaveBeenLastCalledWith('my-pool');
  });

  it('keeps ten thousand lines out of the page but for those in view, and the active one in it', async () => {
    const options = Array.from({ length: 10_000 }, (_, index) => ({ id: `pool-${index}`, works: true }));
    const { user } = open({ options, selected: ['pool-9000'] });
    expect(screen.getAllByRole('option').length).toBeLessThan(40);
    expect(activeText()).toContain('pool-9000');
    await user.keyboard('{ArrowDown}');
    expect(activeText()).toContain('pool-9001');
    expect(screen.getByRole('option', { name: 'pool-9001' })).toHaveAttribute('aria-posinset', '9002');
  });
});
