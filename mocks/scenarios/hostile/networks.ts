import type { NewKubeObject } from '../../store/store.ts';
import { attachment, macvlan } from '../objects/attachment-objects.ts';

/** One sound attachment among broken ones, each broken in a way of its own. */
export const hostileAttachments: readonly NewKubeObject[] = [
  macvlan('kube-system/macvlan-ens192', { master: 'ens192', pools: { ipv4: ['without-status'] } }),
  attachment('kube-system/not-json', 'macvlan on ens192, please'),
  attachment('kube-system/cut-off', '{"cniVersion":"0.3.1","plugins":[{"type":"macvlan","master":'),
  attachment('kube-system/json-null', 'null'),
  attachment('kube-system/json-list', '[{"type":"macvlan"}]'),
  attachment('kube-system/json-text', '"macvlan"'),
  attachment('kube-system/no-type', '{"cniVersion":"0.3.1","name":"no-type"}'),
  attachment('kube-system/no-plugins', '{"cniVersion":"0.3.1","name":"no-plugins","plugins":[]}'),
  attachment('kube-system/plugins-an-object', '{"cniVersion":"0.3.1","plugins":{"type":"macvlan"}}'),
  attachment('kube-system/type-a-number', '{"cniVersion":"0.3.1","type":5}'),
  attachment(
    'kube-system/unknown-cni',
    '{"cniVersion":"0.3.1","type":"quantum-entangler","master":"ens192"}',
  ),
  attachment(
    'kube-system/pools-a-text',
    '{"cniVersion":"0.3.1","type":"macvlan","master":"ens192","ipam":{"type":"spiderpool","default_ipv4_ippool":"without-status"}}',
  ),
  attachment(
    'kube-system/missing-pools',
    '{"cniVersion":"0.3.1","type":"macvlan","master":"ens192","ipam":{"type":"spiderpool","default_ipv4_ippool":["no-such-pool"]}}',
  ),
  attachment(
    'kube-system/ghost-master',
    '{"cniVersion":"0.3.1","type":"macvlan","master":"ens999","ipam":{"type":"spiderpool"}}',
  ),
  attachment('kube-system/no-such-file'),
  attachment('kube-system/with.dots', '{"cniVersion":"0.3.1","type":"macvlan","master":"ens192"}'),
  attachment(
    'kube-system/enormous',
    JSON.stringify({ type: 'macvlan', master: 'ens192', padding: 'x'.repeat(200_000) }),
  ),
];
