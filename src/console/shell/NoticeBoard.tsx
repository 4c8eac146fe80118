import { notification } from 'antd';
import { useEffect } from 'react';
import type { Notices } from '../host/notices.ts';

/** Shows what the plugin has to say, as notifications. */
export function NoticeBoard({ notices }: { readonly notices: Notices }) {
  const [board, holder] = notification.useNotification({ placement: 'bottomRight' });
  useEffect(
    () =>
      notices.listen(({ level, message, detail }) => {
        board[level]({ title: message, description: detail });
      }),
    [notices, board],
  );
  return holder;
}
