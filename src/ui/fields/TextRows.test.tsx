import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../domain/workload/draft.ts';
import { newDraft } from '../../domain/workload/new-draft.ts';
import { renderInRoot } from '../test-root.tsx';
import { KeyValueRows } from './KeyValueRows.tsx';
import { TextRows } from './TextRows.tsx';

function Values() {
  const [servers, labels] = useWatch<Draft, ['dns.nameservers', 'metadata.labels']>({
    name: ['dns.nameservers', 'metadata.labels'],
  });
  return (
    <output>
      {JSON.stringify([servers.map(({ value }) => value), labels.map(({ key, value }) => `${key}=${value}`)])}
    </output>
  );
}

function Form() {
  const form = useForm<Draft>({ defaultValues: newDraft({ namespace: 'default' }) });
  return (
    <FormProvider {...form}>
      <TextRows
        name="dns.nameservers"
        label="Nameservers"
        addLabel="Add server"
        rowLabel={(place) => `Server ${place}`}
        ordered
        max={3}
        maxReason="Three are enough"
      />
      <KeyValueRows
        name="metadata.labels"
        label="Labels"
        addLabel="Add label"
        rowLabel={(place) => `Label ${place}`}
        locked={[{ key: 'app', value: 'web', reason: 'Written by the name' }]}
      />
      <Values />
    </FormProvider>
  );
}

function setUp() {
  renderInRoot(<Form />);
  return userEvent.setup({ delay: null });
}

const values = () => JSON.parse(screen.getByRole('status').textContent ?? '') as [string[], string[]];
const field = (name: string) => screen.getByRole('textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });

describe('TextRows', () => {
  it('adds the next row with Enter and removes an empty one with Backspace', async () => {
    const user = setUp();
    await user.click(button('Add server'));
    expect(field('Server 1')).toHaveFocus();
    await user.keyboard('10.0.0.1{Enter}');
    expect(field('Server 2')).toHaveFocus();
    await user.keyboard('{Backspace}');
    expect(field('Server 1')).toHaveFocus();
    expect(values()[0]).toEqual(['10.0.0.1']);
  });

  it('puts a new row behind the one it was added from', async () => {
    const user = setUp();
    await user.click(button('Add server'));
    await user.keyboard('a{Enter}c');
    await user.click(field('Server 1'));
    await user.keyboard('{Enter}b');
    expect(values()[0]).toEqual(['a', 'b', 'c']);
  });

  it('moves a row by keyboard, and the focus with it', async () => {
    const user = setUp();
    await user.click(button('Add server'));
    await user.keyboard('a{Enter}b{Alt>}{ArrowUp}{/Alt}');
    expect(values()[0]).toEqual(['b', 'a']);
    expect(field('Server 1')).toHaveFocus();
    await user.click(button('Move Server 1 down'));
    expect(values()[0]).toEqual(['a', 'b']);
  });

  it('says why no more can be added', async () => {
    const user = setUp();
    await user.click(button('Add server'));
    await user.keyboard('a{Enter}b{Enter}c');
    expect(button('Add server')).toBeDisabled();
    expect(button('Add server')).toHaveAccessibleDescription('Three are enough');
    await user.click(field('Server 3'));
    await user.keyboard('{Enter}');
    expect(values()[0]).toHaveLength(3);
  });

  it('keeps the focus in the list when a row is removed', async () => {
    const user = setUp();
    await user.click(button('Add server'));
    await user.keyboard('a{Enter}b');
    await user.click(button('Remove Server 1'));
    expect(field('Server 1')).toHaveFocus();
    expect(field('Server 1')).toHaveValue('b');
    await user.click(button('Remove Server 1'));
    expect(button('Add server')).toHaveFocus();
  });
});

describe('KeyValueRows', () => {
  it('goes from key to value to the next row with Enter', async () => {
    const user = setUp();
    await user.click(button('Add label'));
    await user.keyboard('tier{Enter}front{Enter}');
    expect(field('Label 2, key')).toHaveFocus();
    expect(values()[1]).toEqual(['tier=front', '=']);
  });

  it('makes rows of pasted lines, in the place of an empty row', async () => {
    const user = setUp();
    await user.click(button('Add label'));
    await user.paste('tier=front\nteam: a');
    expect(values()[1]).toEqual(['tier=front', 'team=a']);
  });

  it('pastes other text as it is', async () => {
    const user = setUp();
    await user.click(button('Add label'));
    await user.paste('app.kubernetes.io/name');
    expect(values()[1]).toEqual(['app.kubernetes.io/name=']);
  });

  it('shows locked rows with what wrote them, and no field for them', () => {
    setUp();
    expect(screen.getByText('Written by the name')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});
