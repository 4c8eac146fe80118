import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ApiError } from '../cluster/api-error.ts';
import type { ListState } from '../cluster/list-state.ts';
import { ListStateSign } from './ListStateSign.tsx';
import { renderInRoot } from './test-root.tsx';

function apiError(error: Partial<ApiError>): ApiError {
  return { kind: 'http', status: 500, reason: '', message: 'raw words', causes: [], ...error };
}

const noon = new Date(2026, 0, 1, 12, 0, 0).getTime();

describe('ListStateSign', () => {
  it.each<[ListState, string, string]>([
    [{ phase: 'listing', loaded: 0 }, 'Loading', '加载中'],
    [{ phase: 'listing', loaded: 500 }, 'Loading, 500 so far', '加载中，已读取 500 项'],
    [{ phase: 'listing', loaded: 500, total: 1200 }, 'Loading 500 of 1200', '加载中 500 / 1200'],
    [{ phase: 'live' }, 'Live', '实时'],
    [{ phase: 'stale', since: noon, reason: 'silent' }, 'As of 12:00:00 PM', '数据截至 12:00:00'],
    [{ phase: 'absent' }, 'Not installed', '未安装'],
    [{ phase: 'forbidden', error: apiError({ status: 403 }) }, 'No permission', '无权限'],
    [{ phase: 'failed', error: apiError({}) }, 'Could not be read', '读取失败'],
  ])('says %j in both languages', (state, en, zh) => {
    renderInRoot(<ListStateSign state={state} />);
    expect(screen.getByRole('status').textContent?.replaceAll(/\s/g, ' ')).toBe(en);
    renderInRoot(<ListStateSign state={state} />, { language: 'zh-CN' });
    expect(screen.getAllByRole('status')[1]).toHaveTextContent(zh);
  });

  it.each<[ListState, RegExp]>([
    [{ phase: 'live' }, /changes appear by themselves/],
    [{ phase: 'stale', since: noon, reason: 'disconnected' }, /Reconnecting/],
    [{ phase: 'stale', since: noon, reason: 'expired' }, /read again/],
    [{ phase: 'stale', since: noon, reason: 'silent' }, /went silent/],
    [{ phase: 'stale', since: noon, reason: 'failed' }, /did not let this list be followed/],
    [
      { phase: 'stale', since: noon, reason: 'failed', error: apiError({ status: 401 }) },
      /You are not signed in any more. It is tried again by itself; what is shown was complete at 12:00:00/,
    ],
    [
      { phase: 'failed', error: apiError({ message: 'etcd is away' }) },
      /tried again by itself. etcd is away/,
    ],
    [{ phase: 'forbidden', error: apiError({ message: 'pods is forbidden' }) }, /pods is forbidden/],
  ])('tells the whole of %j to whoever reaches it by keyboard', async (state, sentence) => {
    renderInRoot(<ListStateSign state={state} />);
    await userEvent.tab();
    expect(screen.getByRole('status')).toHaveFocus();
    expect(await screen.findByRole('tooltip')).toHaveTextContent(sentence);
  });
});
