import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { ApiError, ApiErrorCause } from '../cluster/api-error.ts';
import { stateTexts } from '../i18n/texts/states.ts';
import { createTranslator } from '../i18n/translator.ts';
import { apiErrorKey, causeText } from './api-error-text.ts';
import { ApiErrorNote } from './ApiErrorNote.tsx';
import { renderInRoot } from './test-root.tsx';

function apiError(error: Partial<ApiError>): ApiError {
  return { kind: 'http', status: 500, reason: '', message: 'raw words', causes: [], ...error };
}

it.each<[Partial<ApiError>, string]>([
  [{ kind: 'network', status: 0 }, 'error.network'],
  [{ status: 401 }, 'error.unauthorized'],
  [{ status: 403, reason: 'Forbidden' }, 'error.forbidden'],
  [{ status: 403, message: 'admission webhook "spiderippool" denied the request: no' }, 'error.denied'],
  [
    {
      status: 403,
      reason: 'Forbidden',
      message:
        'deployments.apps "a" is forbidden: exceeded quota: q, requested: pods=1, used: pods=2, limited: pods=2',
    },
    'error.quota',
  ],
  [{ status: 404 }, 'error.notFound'],
  [{ status: 409, reason: 'AlreadyExists' }, 'error.alreadyExists'],
  [{ status: 409, reason: 'Conflict' }, 'error.conflict'],
  [{ status: 409 }, 'error.conflict'],
  [{ status: 422, reason: 'Invalid' }, 'error.invalid'],
  [{ status: 400, reason: 'BadRequest' }, 'error.invalid'],
  [{ status: 413 }, 'error.tooLarge'],
  [{ status: 429 }, 'error.tooMany'],
  [{ status: 503 }, 'error.server'],
  [{ status: 418 }, 'error.other'],
  [
    { status: 401, causes: [{ field: '', reason: 'CredentialsRefused', message: 'admin' }] },
    'error.connection.credentials',
  ],
  [{ status: 503, causes: [{ field: '', reason: 'constructor', message: '' }] }, 'error.server'],
])('has words for %j', (error, key) => {
  expect(apiErrorKey(apiError(error))).toBe(key);
});

it.each<[ApiErrorCause['known'], string, string]>([
  [
    { code: 'FileMissing', values: { file: '/home/me/.kube/config' } },
    '/home/me/.kube/config does not exist.',
    '文件 /home/me/.kube/config 不存在。',
  ],
  [
    {
      code: 'PluginEnded',
      values: { command: 'aws', user: 'me', code: '255', said: '$t(word.retry) {{x}}' },
    },
    'aws of user me ended with 255: $t(word.retry) {{x}}',
    '用户 me 的插件 aws 以退出码 255 结束：$t(word.retry) {{x}}',
  ],
  [
    { code: 'PluginNotFound', values: { command: 'aws', user: 'me', hint: '' } },
    'The command aws of user me is not found.',
    '找不到用户 me 的插件命令 aws。',
  ],
  [
    { code: 'ConnectionRefused', values: { server: 'https://c:6443' } },
    'Nothing listens at https://c:6443: the connection is refused.',
    'https://c:6443 拒绝连接，该地址上没有服务在监听。',
  ],
  [{ code: 'constructor', values: {} }, 'as the proxy says', 'as the proxy says'],
  [undefined, 'as the proxy says', 'as the proxy says'],
])('says what the proxy knows in both languages: %j', (known, en, zh) => {
  const cause = { field: '', reason: '', message: 'as the proxy says', ...(known && { known }) };
  expect(causeText(cause, createTranslator('en-US', stateTexts).translate)).toBe(en);
  expect(causeText(cause, createTranslator('zh-CN', stateTexts).translate)).toBe(zh);
});

it('says it plainly, names the fields, and has the words of the server one click away', async () => {
  const retry = vi.fn();
  renderInRoot(
    <ApiErrorNote
      title="The Deployment was not created."
      error={apiError({
        status: 422,
        reason: 'Invalid',
        message: 'Deployment.apps "web" is invalid',
        causes: [
          { field: 'spec.replicas', reason: 'FieldValueInvalid', message: 'must be greater than 0' },
          { field: '', reason: '', message: 'something else' },
        ],
      })}
      onRetry={retry}
    />,
  );
  const note = screen.getByRole('alert');
  expect(note).toHaveTextContent('The Deployment was not created.');
  expect(note).toHaveTextContent('The cluster rejected some values.');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent?.trim())).toEqual([
    'spec.replicas must be greater than 0',
    'something else',
  ]);
  const raw = screen.getByText('422 Invalid: Deployment.apps "web" is invalid');
  expect(raw).not.toBeVisible();
  await userEvent.click(screen.getByText("The server's own words"));
  expect(raw).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(retry).toHaveBeenCalledOnce();
});
