import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Modal, Select } from 'antd';
import { Link, Route, Routes, useLocation } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useText } from '../i18n/useText.ts';
import { createTestHost, renderInRoot } from '../ui/test-root.tsx';

function Word() {
  const t = useText();
  return <p>{t('word.namespace')}</p>;
}

function Place() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('PodnicRoot', () => {
  it('speaks the language of the host and follows it', () => {
    const { host } = renderInRoot(<Word />, { language: 'zh-CN' });
    expect(screen.getByText('命名空间')).toBeInTheDocument();
    act(() => {
      host.locale.set('en-US');
    });
    expect(screen.getByText('Namespace')).toBeInTheDocument();
  });

  it('keeps every style and popup inside its own element', async () => {
    const head = document.head.childElementCount;
    const { container } = renderInRoot(
      <>
        <Button loading icon={<DeleteOutlined aria-hidden />}>
          go
        </Button>
        <Modal open title="a dialog" />
        <Select id="pick" aria-label="pick" open options={[{ value: 'a', label: 'first' }]} />
      </>,
    );
    expect(await screen.findByRole('dialog', { name: 'a dialog' })).toBeInTheDocument();
    expect(container).toContainElement(screen.getByRole('dialog'));
    expect(container).toContainElement(screen.getByText('first'));
    expect(container.querySelectorAll('style').length).toBeGreaterThan(5);
    expect(document.head.childElementCount).toBe(head);
    expect(document.body.children).toHaveLength(1);
  });

  it('gives its colours to elements that are not antd components', () => {
    const { container } = renderInRoot(<p>text</p>, { theme: 'dark' });
    const root = screen.getByText('text').closest('[data-theme]');
    expect(root).toHaveClass('podnic-dark');
    expect(container.innerHTML).toContain('--podnic-color-border-secondary');
  });

  it('puts the nonce of the host on every style', () => {
    const host = { ...createTestHost(), cspNonce: 'n0nce' };
    const { container } = renderInRoot(<Button icon={<DeleteOutlined aria-hidden />}>go</Button>, { host });
    const styles = [...container.querySelectorAll('style')];
    expect(
      styles.filter((style) => style.nonce !== 'n0nce').map((style) => style.outerHTML.slice(0, 120)),
    ).toEqual([]);
  });

  it('moves by the navigation of the host, both ways', async () => {
    const user = userEvent.setup();
    const { host } = renderInRoot(
      <>
        <Link to="/clusters/demo/deployments?namespace=default">there</Link>
        <Place />
        <Routes>
          <Route path="/clusters/:cluster/deployments" element={<p>the list</p>} />
          <Route path="*" element={null} />
        </Routes>
      </>,
      { path: '/clusters' },
    );
    await user.click(screen.getByRole('link', { name: 'there' }));
    expect(host.nav.visited).toEqual(['/clusters/demo/deployments?namespace=default']);
    expect(screen.getByText('the list')).toBeInTheDocument();
    act(() => {
      host.nav.push('/clusters?x=1');
    });
    expect(screen.getByRole('status')).toHaveTextContent('/clusters?x=1');
  });

  it('shows a failure where it happens, and tries again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    let broken = true;
    function Fragile() {
      if (broken) throw new Error('boom');
      return <p>well</p>;
    }
    renderInRoot(<Fragile />);
    expect(screen.getByRole('alert')).toHaveTextContent('boom');
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('well')).toBeInTheDocument();
  });
});
