import type { RangeSet } from '../domain/ip/range-set.ts';
import { formatRanges } from '../domain/ip/range-set.ts';
import type { StockDetails } from '../domain/spiderpool/stock-details.ts';
import type { AddressStock } from '../domain/spiderpool/stock.ts';
import type { Translate } from '../i18n/useText.ts';
import { MonoText } from '../ui/MonoText.tsx';
import type { Fact } from './Facts.tsx';

/** More ranges than this are counted, not listed: the map has them all. */
const listed = 8;

/** What pools and subnets have in common. */
export function stockFacts(stock: AddressStock, details: StockDetails, t: Translate): readonly Fact[] {
  const { gateway, subnet } = stock;
  return [
    { term: t('facts.cidr'), value: subnet === '' ? '–' : <MonoText>{subnet}</MonoText> },
    { term: t('facts.ranges'), value: <Ranges set={details.included} t={t} /> },
    ...(details.excluded.ranges.length === 0
      ? []
      : [{ term: t('facts.excluded'), value: <Ranges set={details.excluded} t={t} /> }]),
    {
      term: t('facts.gateway'),
      value: gateway === undefined ? t('word.none') : <MonoText>{gateway}</MonoText>,
    },
    ...(details.routes.length === 0 ? [] : [{ term: t('facts.routes'), value: routeList(details, t) }]),
  ];
}

/** Labels of the object, which a search finds it by. */
export function labelFact({ labels }: StockDetails, t: Translate): readonly Fact[] {
  const texts = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  if (texts.length === 0) return [];
  const list = (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
  return [{ term: t('facts.labels'), value: list }];
}

function routeList({ routes }: StockDetails, t: Translate) {
  return (
    <ul>
      {routes.map(({ destination, gateway }) => (
        <li key={`${destination} ${gateway}`}>{t('facts.route', { destination, gateway })}</li>
      ))}
    </ul>
  );
}

function Ranges({ set, t }: { readonly set: RangeSet; readonly t: Translate }) {
  const ranges = formatRanges(set);
  const more = ranges.length - listed;
  if (ranges.length === 0) return t('word.none');
  return (
    <>
      <MonoText>{ranges.slice(0, listed).join(', ')}</MonoText> {more > 0 && t('stock.more', { count: more })}
    </>
  );
}
