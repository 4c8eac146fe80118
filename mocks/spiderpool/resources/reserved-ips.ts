import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import { fromRanges } from '../../../src/domain/ip/range-set.ts';
import type { RangeSet } from '../../../src/domain/ip/range-set.ts';
import { objectOr } from '../../store/json.ts';
import type { Store } from '../../store/store.ts';
import { RESERVED_IPS } from '../names.ts';
import { familyOfVersion } from './address-block.ts';
import { texts } from './label-selector.ts';

/** All addresses of a family that SpiderReservedIPs exclude from every pool (reference 2.4). */
export function reservedAddresses(store: Store, family: AddressFamily): RangeSet {
  const ranges = store
    .list(RESERVED_IPS)
    .filter(
      (object) =>
        object.metadata.deletionTimestamp === undefined &&
        familyOfVersion(objectOr(object.spec).ipVersion) === family,
    )
    .flatMap((object) => texts(objectOr(object.spec).ips));
  return fromRanges(family, ranges).set;
}
