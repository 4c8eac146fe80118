import { useMemo } from 'react';
import { known } from '../../../domain/cluster-view.ts';
import type { AddressFamily } from '../../../domain/ip/address.ts';
import {
  explainSubnet,
  subnetsFor,
  type SubnetAsker,
  type SubnetExplanation,
} from '../../../domain/spiderpool/subnet-eligibility.ts';
import { neededAddresses } from '../../../domain/capacity/needed-addresses.ts';
import { useNicScope } from '../nic-scope.ts';
import type { NicView } from '../nic-view.ts';
import { namesOfOthers } from '../used-names.ts';
import type { PickerOption } from './PickerPanel.tsx';

/** A subnet in the picker; `''` is none. */
export type SubnetOption = PickerOption & {
  /** `undefined` for none, and for a name that was typed while subnets cannot be read. */
  readonly explained: SubnetExplanation | undefined;
  /** The interface that has the subnet already. */
  readonly usedBy: string | undefined;
};

/** Every subnet of the family, those that will work first, and none. One subnet cannot serve two NICs (domain reference 1.3). */
export function useSubnetOptions(nic: NicView, family: AddressFamily): readonly SubnetOption[] {
  const { view, network, workload, nics } = useNicScope();
  const needed = neededAddresses(network, workload.replicas);
  return useMemo(() => {
    const others = namesOfOthers(nics, nic, family);
    const subnets = subnetsFor(askerOf(family, needed), view).map((explained): SubnetOption => {
      const usedBy = others.get(explained.subnet.name);
      return {
        id: explained.subnet.name,
        works: explained.verdict !== 'no' && usedBy === undefined,
        explained,
        usedBy,
      };
    });
    return [{ id: '', works: true, explained: undefined, usedBy: undefined }, ...subnets];
  }, [nics, nic, family, needed, view]);
}

/** The subnet that a NIC has, as it stands now; `undefined` for none, and for one that cannot be read. */
export function useChosenSubnet(nic: NicView, family: AddressFamily): SubnetExplanation | undefined {
  const { view, network, workload } = useNicScope();
  const name = nic.nic.subnets[family];
  const subnet = name === '' ? undefined : known(view.subnets)?.find((each) => each.name === name);
  if (subnet === undefined) return undefined;
  return explainSubnet(subnet, askerOf(family, neededAddresses(network, workload.replicas)), view);
}

function askerOf(family: AddressFamily, needed: bigint | undefined): SubnetAsker {
  return needed === undefined ? { family } : { family, needed };
}
