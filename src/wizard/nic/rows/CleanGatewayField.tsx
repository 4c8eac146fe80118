import { Checkbox } from 'antd';
import { withNic } from '../../../domain/spiderpool/with-nic.ts';
import { useText } from '../../../i18n/useText.ts';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';

/** `cleangateway`: this NIC makes no default route of its pool's gateway. Seldom needed, since the coordinator sees to it. */
export function CleanGatewayField({ nic }: { readonly nic: NicView }) {
  const t = useText();
  const { network, change, idOf } = useNicScope();
  return (
    <Checkbox
      id={idOf(`${nic.path}.cleanGateway`)}
      checked={nic.nic.cleanGateway}
      onChange={(event) =>
        change(withNic(network, nic.index, (draft) => ({ ...draft, cleanGateway: event.target.checked })))
      }
    >
      {t('nic.cleanGateway')}
    </Checkbox>
  );
}
