import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { printDocument, printManifest } from '../../domain/workload/manifest-document.ts';
import { writeDraft } from '../../domain/workload/draft-document.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import { emptyNic, newDraft } from '../../domain/workload/new-draft.ts';
import { renderInRoot } from '../../ui/test-root.tsx';
import { createLitNic, LitNicProvider } from '../../ui/lit-nic.ts';
import * as files from './save-file.ts';
import { useManifest } from './useManifest.ts';
import { YamlPreview } from './YamlPreview.tsx';

function workload(): Draft {
  const draft = newDraft({ namespace: 'default' });
  draft.basics = { ...draft.basics, name: 'web', replicas: '3' };
  draft.network = {
    ...draft.network,
    nics: ['a', 'b'].map((name) => ({
      ...emptyNic(),
      attachment: `ns/${name}`,
      subnets: { ipv4: `subnet-${name}`, ipv6: '' },
    })),
  };
  return draft;
}

function show(draft = workload()) {
  const lit = createLitNic();
  const made: UseFormReturn<Draft>[] = [];
  function Form() {
    const form = useForm<Draft>({ defaultValues: draft });
    useEffect(() => {
      made.push(form);
    }, [form]);
    const manifest = useManifest(form.control, none);
    return (
      <LitNicProvider value={lit}>
        <YamlPreview {...manifest} />
      </LitNicProvider>
    );
  }
  renderInRoot(<Form />);
  const [form] = made;
  if (form === undefined) throw new Error('no form');
  return { lit, form, user: userEvent.setup() };
}

const none: ReturnType<typeof writeDraft> = [];

/** The lines as they are read, without their numbers and the names at their ends. */
function lines(): string[] {
  return [...screen.getByRole('tabpanel').querySelectorAll('code')].map((code) => code.textContent);
}

function lineOf(text: string): HTMLElement {
  const code = [...screen.getByRole('tabpanel').querySelectorAll('code')].find((each) =>
    each.textContent.includes(text),
  );
  const line = code?.parentElement;
  if (line === null || line === undefined) throw new Error(`no line with ${text}`);
  return line;
}

describe('YamlPreview', () => {
  it('copies exactly the object that is shown, and downloads all of them', async () => {
    const draft = workload();
    draft.service = { ...draft.service, enabled: true, name: 'web' };
    const { user } = show(draft);
    const documents = writeDraft([], draft);
    const [deployment, service] = documents;
    if (deployment === undefined || service === undefined) throw new Error('two documents');
    await user.click(screen.getByRole('button', { name: 'Copy the YAML of Deployment' }));
    expect(await navigator.clipboard.readText()).toBe(printDocument(deployment));
    await user.click(screen.getByRole('tab', { name: 'Service' }));
    expect(screen.getByRole('tabpanel', { name: 'Service' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy the YAML of Service' }));
    expect(await navigator.clipboard.readText()).toBe(printDocument(service));
    const save = vi.spyOn(files, 'saveFile').mockImplementation(() => {});
    await user.click(screen.getByRole('button', { name: 'Download web.yaml' }));
    expect(save).toHaveBeenCalledWith('web.yaml', printManifest(documents));
    save.mockRestore();
  });

  it('moves between its tabs with the arrow keys', async () => {
    const draft = workload();
    draft.service = { ...draft.service, enabled: true, name: 'web' };
    const { user } = show(draft);
    await user.click(screen.getByRole('tab', { name: 'Deployment' }));
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Service' })).toHaveFocus();
    expect(screen.getByRole('tab', { name: 'Service' })).toHaveAttribute('aria-selected', 'true');
  });

  it('marks what an edit changed, and nothing at first', () => {
    const { form } = show();
    const changed = () => [...document.querySelectorAll('[data-changed]')];
    expect(changed()).toEqual([]);
    act(() => form.setValue('basics.replicas', '7'));
    expect(changed()).toEqual([lineOf('replicas: 7')]);
  });

  it('says of which NIC a line is, and lights the part of the NIC that is pointed at', () => {
    const { lit } = show();
    const subnets = lineOf('ipam.spidernet.io/subnets');
    expect(subnets.textContent).toContain('net1 net2');
    const parts = () => [...subnets.querySelectorAll('[data-lit]')].map((part) => part.textContent);
    expect(parts()).toEqual([]);
    act(() => lit.point(2));
    expect(parts()).toHaveLength(1);
    expect(parts()[0]).toContain('"interface":"net2"');
    act(() => lit.point(undefined));
    expect(parts()).toEqual([]);
  });

  it('tells the others which NIC is pointed at in its lines', async () => {
    const { lit, user } = show();
    const part = [...lineOf('cncf.io/networks').querySelectorAll('span')].find(
      (span) => span.textContent === 'ns/b',
    );
    if (part === undefined) throw new Error('no part of net2');
    await user.hover(part);
    expect(lit.get()).toBe(2);
    await user.unhover(part);
    expect(lit.get()).toBeUndefined();
  });

  it('shows the very text, however it is cut into parts and colours', () => {
    const draft = workload();
    show(draft);
    const [deployment] = writeDraft([], draft);
    if (deployment === undefined) throw new Error('a document');
    const text = printDocument(deployment).trimEnd().split('\n');
    // The names of the NICs stand at the end of the first row of a line, ahead of its text.
    expect(lines().map((line) => line.replace(/^(net\d( net\d)*){2}/, ''))).toEqual(text);
  });
});
