import { Alert } from 'antd';
import { useText } from '../i18n/useText.ts';
import type { ReservedList } from './useAddressLists.ts';

/** Where reserved addresses cannot be read, every free count is an upper bound, and says so. */
export function ReservedNote({ reserved: { state } }: { readonly reserved: ReservedList }) {
  const t = useText();
  if (state.phase !== 'forbidden' && state.phase !== 'failed') return null;
  return <Alert type="warning" showIcon title={t(`addresses.noReserved.${state.phase}`)} />;
}
