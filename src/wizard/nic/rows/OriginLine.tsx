import type { CapacityForecast } from '../../../domain/capacity/forecast.ts';
import { chosenNames } from '../../../domain/checks/nics/nic-fields.ts';
import { addressFamilies } from '../../../domain/ip/address.ts';
import { listedNames } from '../../../domain/listed-names.ts';
import { type PassedOver, passedOver } from '../../../domain/spiderpool/passed-over.ts';
import { isAsChosen } from '../../../domain/spiderpool/precedence.ts';
import { attachmentIdOf } from '../../../domain/spiderpool/resolve-nics.ts';
import type { AddressSource } from '../../../domain/workload/draft.ts';
import { type Translate, useLanguage, useText } from '../../../i18n/useText.ts';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import { Note } from '../Note.tsx';

/** Where the addresses of a NIC will come from and why, what that wins over, and what is taken for granted. */
export function OriginLine({ nic }: { readonly nic: NicView }) {
  const t = useText();
  const language = useLanguage();
  const { network, source, view, workload, forecasts } = useNicScope();
  const { origin } = nic;
  if (source !== 'default' && !hasChoice(nic, source)) {
    return <Note tone="quiet">{t(`nic.origin.choose.${source}`)}</Note>;
  }
  if (!isDecided(nic, source) || isShutOut(nic, forecasts)) return undefined;
  if (origin.from === 'nowhere') {
    const failing = source !== 'default' && origin.failure !== undefined;
    return (
      <Note tone="error">
        {failing ? t('nic.origin.fails', { words: origin.failure ?? '' }) : t('nic.origin.nowhere')}
      </Note>
    );
  }
  const assumed = origin.from === 'subnets' && view.settings.source === 'assumed';
  const sentences = [
    ...(source === 'default' && network.source !== 'default'
      ? [t(`nic.origin.until.${network.source}`)]
      : []),
    winnerText(nic, workload.namespace, t),
    ...passedOver(origin, workload.namespace, view).map((level) =>
      loserText(level, nic, workload.namespace, t),
    ),
    ...(assumed ? [t('nic.origin.assumed')] : []),
  ];
  return (
    <>
      <Note tone="quiet">{sentences.join(language === 'zh-CN' ? '' : ' ')}</Note>
      {origin.failure !== undefined && (
        <Note tone="error">{t('nic.origin.fails', { words: origin.failure })}</Note>
      )}
    </>
  );
}

/** Whether a subnet or a pool is chosen. Without one the defaults that would be used are not meant. */
function hasChoice(nic: NicView, source: AddressSource): boolean {
  return addressFamilies.some((family) => chosenNames(nic, source, family).length > 0);
}

/** Whether none of the pools will serve the NIC: then no address comes from them, and the error says why. */
function isShutOut({ path }: NicView, forecasts: readonly CapacityForecast[]): boolean {
  const own = forecasts.filter(({ nic }) => nic.path === path);
  return own.length > 0 && own.every(({ supply }) => supply?.kind === 'pools' && supply.shares.length === 0);
}

/** Whether there is something to say: where subnets are switched off, the defaults that would be used are not meant. */
function isDecided({ origin }: NicView, source: AddressSource): boolean {
  return origin.from === 'nowhere' || isAsChosen(origin, source);
}

function winnerText({ origin, resolution }: NicView, namespace: string, t: Translate): string {
  const names = listedNames(addressFamilies.flatMap((family) => origin.names[family]));
  switch (origin.from) {
    case 'subnets':
      return t('nic.origin.subnets', { names });
    case 'pools':
      return t('nic.origin.pools', { names });
    case 'namespace':
      return t('nic.origin.namespace', { namespace });
    case 'attachment':
      return t('nic.origin.attachment', { attachment: attachmentIdOf(resolution) });
    case 'cluster':
      return t('nic.origin.cluster');
    case 'unknown':
    case 'otherIpam':
    case 'nowhere':
      return t('nic.origin.unknown');
  }
}

function loserText(
  { from, names }: PassedOver,
  { resolution }: NicView,
  namespace: string,
  t: Translate,
): string {
  return from === 'namespace'
    ? t('nic.origin.overNamespace', { namespace, names: listedNames(names) })
    : t('nic.origin.overAttachment', { attachment: attachmentIdOf(resolution), names: listedNames(names) });
}
