import { capacityAskerOf } from '../../capacity/asker.ts';
import { forecastCapacity } from '../../capacity/forecast.ts';
import { remediesOf } from '../../capacity/remedies.ts';
import type { FindingCode } from '../finding-code.ts';
import { addressPath, familyNames } from '../nics/nic-fields.ts';
import { networkInEffect } from '../../workload/source-in-effect.ts';
import { fix, type Fixer } from './fix.ts';

/** The first remedy of the forecast that a finding speaks of; the NIC's row offers the others beside it. */
const mend: Fixer = ({ path, params }, draft, view) => {
  const asker = capacityAskerOf(draft);
  const { source } = networkInEffect(draft.network);
  const forecast = forecastCapacity(asker, view).find(
    ({ nic, family }) =>
      addressPath(nic, source, family) === path && familyNames[family] === params['family'],
  );
  const [remedy] = forecast === undefined ? [] : remediesOf(forecast, asker, view);
  return remedy && fix(remedy.code, remedy.apply(draft), remedy.params);
};

export const capacityFixes: Readonly<Partial<Record<FindingCode, Fixer>>> = {
  'capacity.short': mend,
  'capacity.subnetShort': mend,
  'capacity.deadlock': mend,
  'capacity.tight': mend,
};
