import { App } from 'antd';
import { useEffect } from 'react';
import type { Notices } from '../host/notices.ts';

/** Shows what the plugin has to say, as notifications. */
export function NoticeBoard({ notices }: { readonly notices: Notices }) {
  const { notification } = App.useApp();
  useEffect(
    () =>
      notices.listen(({ level, message, detail }) => {
        notification[level]({ title: message, description: detail, placement: 'bottomRight' });
      }),
    [notices, notification],
  );
  return null;
}
