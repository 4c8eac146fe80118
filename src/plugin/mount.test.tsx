import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resources } from '../cluster/resources.ts';
import { TestApi } from '../cluster/test-api.ts';
import { settle } from '../cluster/test-scheduler.ts';
import { useList } from '../cluster/useList.ts';
import type { Host } from '../host/host.ts';
import { useText } from '../i18n/useText.ts';
import { createTestHost, testSource } from '../ui/test-root.tsx';
import { mergeHost } from './merge-host.ts';
import { mountContent } from './mount.tsx';
import type { Mounted } from './mounted.ts';
import { PodnicRoot } from './PodnicRoot.tsx';

let element: HTMLElement;
let mounted: Mounted | undefined;

beforeEach(() => {
  // React asks for this where no testing library renders.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  element = document.createElement('section');
  document.body.append(element);
});

afterEach(() => {
  act(() => {
    mounted?.unmount();
  });
  element.remove();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function Content() {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { state } = useList('demo', resources.pods);
  return (
    <>
      <h1>{t('word.namespace')}</h1>
      <output>{state.phase}</output>
      <Select id="s" aria-label="pick" options={[{ value: 'a', label: 'first' }]} />
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        open
      </Button>
      <Modal open={open} title="a dialog" />
    </>
  );
}

function mount(host: Host, stylesheet?: string) {
  act(() => {
    mounted = mountContent(
      element,
      host,
      (current) => (
        <PodnicRoot host={current}>
          <Content />
        </PodnicRoot>
      ),
      stylesheet,
    );
  });
}

/** Which listeners a target has got and still has from here on. */
function listenersOf(target: Window | Document) {
  const now: [string, unknown][] = [];
  const ever: string[] = [];
  const add = target.addEventListener.bind(target);
  const remove = target.removeEventListener.bind(target);
  vi.spyOn(target, 'addEventListener').mockImplementation(
    (type: string, listener: unknown, options?: unknown) => {
      now.push([type, listener]);
      ever.push(type);
      add(type, listener as EventListener, options as boolean);
    },
  );
  vi.spyOn(target, 'removeEventListener').mockImplementation((type: string, listener: unknown) => {
    const index = now.findIndex((one) => one[0] === type && one[1] === listener);
    if (index >= 0) now.splice(index, 1);
    remove(type, listener as EventListener);
  });
  // React puts one `selectionchange` on a document, once and for good; it holds nothing of what was mounted.
  return { ever, left: () => now.map(([type]) => type).filter((type) => type !== 'selectionchange') };
}

describe('mountContent', () => {
  it('leaves nothing behind: elements, styles, listeners, requests', async () => {
    const user = userEvent.setup();
    const listening = [listenersOf(window), listenersOf(document)];
    const before = document.documentElement.outerHTML;
    const api = new TestApi();
    mount(createTestHost({ fetch: api.fetch }));
    await act(settle);
    api.take().json({ metadata: { resourceVersion: '1' }, items: [] });
    await act(settle);
    const watch = api.take();
    watch.open();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('live'));
    await user.click(screen.getByRole('combobox'));
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'open' }));
    await screen.findByRole('dialog', { name: 'a dialog' });

    act(() => {
      mounted?.unmount();
      mounted?.unmount();
    });
    await waitFor(() => expect(watch.aborted).toBe(true));
    expect(document.documentElement.outerHTML).toBe(before);
    expect(listening.map((listeners) => listeners.left())).toEqual([[], []]);
    expect(listening.map((listeners) => listeners.ever)).toEqual([
      expect.arrayContaining(['online']),
      expect.arrayContaining(['visibilitychange']),
    ]);
  });

  it('waits for its stylesheet before it paints, and takes it away', () => {
    mount({ ...createTestHost(), cspNonce: 'n0nce' }, 'https://cdn.test/podnic.css');
    const link = element.querySelector('link');
    expect(link).toHaveAttribute('href', 'https://cdn.test/podnic.css');
    expect(link?.nonce).toBe('n0nce');
    expect(element).toHaveTextContent('');
    act(() => {
      mounted?.unmount();
    });
    expect(element).toBeEmptyDOMElement();
  });

  it.each(['load', 'error'])(
    'paints after the %s of its stylesheet, what was updated meanwhile',
    async (event) => {
      mount(createTestHost(), 'https://cdn.test/podnic.css');
      act(() => {
        mounted?.update({ locale: testSource('zh-CN') });
      });
      await act(async () => {
        element.querySelector('link')?.dispatchEvent(new Event(event));
        await settle();
      });
      expect(screen.getByRole('heading')).toHaveTextContent('命名空间');
    },
  );

  it('does not paint when it is taken away before its stylesheet comes', async () => {
    mount(createTestHost(), 'https://cdn.test/podnic.css');
    const link = element.querySelector('link');
    mounted?.unmount();
    await act(async () => {
      link?.dispatchEvent(new Event('load'));
      await settle();
    });
    expect(element).toBeEmptyDOMElement();
  });

  it('keeps what is on the page when its host is updated', async () => {
    mount(createTestHost());
    await userEvent.click(screen.getByRole('button', { name: 'open' }));
    act(() => {
      mounted?.update({ locale: testSource('zh-CN'), theme: testSource('dark') });
    });
    expect(screen.getByRole('dialog', { name: 'a dialog' })).toBeInTheDocument();
    expect(element.querySelector('[data-theme]')).toHaveClass('podnic-dark');
  });

  it('lives twice on one page, in two languages, without sharing an id', async () => {
    const styles = document.head.querySelectorAll('style').length;
    mount(createTestHost());
    await userEvent.click(screen.getByRole('button', { name: 'open' }));
    const other = document.createElement('section');
    document.body.append(other);
    let second: Mounted | undefined;
    act(() => {
      second = mountContent(
        other,
        createTestHost({ language: 'zh-CN' }),
        (host) => (
          <PodnicRoot host={host}>
            <Content />
          </PodnicRoot>
        ),
        undefined,
      );
    });
    expect(document.head.querySelectorAll('style')).toHaveLength(styles);
    expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual([
      'Namespace',
      '命名空间',
    ]);
    act(() => {
      second?.unmount();
    });
    expect(screen.getByRole('heading')).toHaveTextContent('Namespace');
    expect(element.querySelectorAll('style').length).toBeGreaterThan(5);
    other.remove();
  });
});

describe('mergeHost', () => {
  it('replaces what is given, and calls each method on the object that it came from', async () => {
    class ClassHost {
      readonly words: string[] = [];
      notify(_level: string, message: string) {
        this.words.push(message);
      }
      fetch() {
        return Promise.resolve(new Response(String(this.words.length)));
      }
      link() {
        return `/${this.words.length}`;
      }
    }
    const first = new ClassHost();
    const second = new ClassHost();
    const host = Object.assign(first, {
      ...createTestHost(),
      notify: undefined,
      fetch: undefined,
    }) as unknown as Host;
    // Own `undefined` members hide the methods of the class.
    Reflect.deleteProperty(host, 'notify');
    Reflect.deleteProperty(host, 'fetch');
    const merged = mergeHost(host, { notify: second.notify.bind(second) });
    merged.notify('info', 'to the second');
    expect(second.words).toEqual(['to the second']);
    expect(await (await merged.fetch('demo', '/api')).text()).toBe('0');
    expect(merged.link?.({ cluster: 'demo', apiVersion: 'v1', kind: 'Pod', name: 'a' })).toBe('/0');
    expect(merged.locale).toBe(host.locale);
    expect(merged).not.toHaveProperty('popupContainer');
  });
});
