import type { Draft } from '../../workload/draft.ts';
import { withField, withoutRow } from '../../workload/draft-path.ts';
import { checkOutage } from '../upgrade.ts';
import { integerIn, MAX_INT32 } from '../syntax.ts';
import { fix, type Fixer } from './fix.ts';

const removeRow: Fixer = ({ path }, draft) => fix('removeRow', withoutRow(draft, path));
const clearField: Fixer = ({ path }, draft) => fix('clear', withField(draft, path, ''));

function unavailable(draft: Draft, value: string): Draft {
  return withField(draft, 'upgrade.maxUnavailable', value);
}

/** Fixes of step 4 but for the NICs. */
export const schedulingFixes = {
  'annotation.ownedByDescription': removeRow,
  'annotation.ownedByNics': removeRow,
  'annotation.injects': removeRow,
  'label.selector': ({ path, params }, draft) => {
    const value = String(params['value'] ?? '');
    return fix('write', withField(draft, path, value), { value });
  },
  'toleration.keyRequired': ({ path }, draft) => {
    const row = path.replace(/\.key$/, '');
    const open = withField(withField(draft, `${row}.operator`, 'Exists'), `${row}.value`, '');
    return fix('tolerateAny', open);
  },
  'toleration.valueWithExists': clearField,
  'toleration.secondsEffect': clearField,
  'dns.nameserversMany': ({ params }, draft) => {
    const max = Number(params['max'] ?? 0);
    const given = draft.dns.nameservers.filter(({ value }) => value !== '').slice(0, max);
    return fix('keepFirst', withField(draft, 'dns.nameservers', given), { max });
  },
  'upgrade.percentAbove100': (_, draft) => fix('write', unavailable(draft, '100%'), { value: '100%' }),
  'upgrade.bothZero': (_, draft) => fix('write', unavailable(draft, '1'), { value: '1' }),
  'upgrade.allUnavailable': (_, draft) => {
    const usual = unavailable(draft, '25%');
    return checkOutage(usual).length === 0 ? fix('write', usual, { value: '25%' }) : undefined;
  },
  'upgrade.deadline': (_, draft) => {
    const ready = draft.upgrade.minReadySeconds;
    if (!integerIn(ready, 0, MAX_INT32 - 600)) return undefined;
    const value = String(Number(ready) + 600);
    return fix('write', withField(draft, 'upgrade.progressDeadlineSeconds', value), { value });
  },
} satisfies Partial<Record<string, Fixer>>;
