import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { CopyButton } from './CopyButton.tsx';
import { renderInRoot } from './test-root.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, 'execCommand');
});

it('copies, and says so for a moment', async () => {
  const user = userEvent.setup();
  renderInRoot(<CopyButton text={() => '10.6.0.1'} label="Copy the address of net1" />);
  await user.click(screen.getByRole('button', { name: 'Copy the address of net1' }));
  expect(await navigator.clipboard.readText()).toBe('10.6.0.1');
  expect(screen.getByRole('status')).toHaveTextContent('Copied');
  await vi.waitFor(() => expect(screen.getByRole('status')).toBeEmptyDOMElement(), { timeout: 3000 });
});

it('copies on a page without the clipboard of secure pages, and gives the focus back', async () => {
  vi.stubGlobal('navigator', { userAgent: '', clipboard: undefined });
  let copied = '';
  Object.assign(document, {
    execCommand: () => {
      copied = (document.activeElement as HTMLTextAreaElement).value;
      return true;
    },
  });
  renderInRoot(<CopyButton text="10.6.0.1">Copy</CopyButton>);
  const button = screen.getByRole('button', { name: 'Copy' });
  button.focus();
  button.click();
  await vi.waitFor(() => expect(copied).toBe('10.6.0.1'));
  expect(button).toHaveFocus();
  expect(document.querySelector('textarea')).toBeNull();
});
