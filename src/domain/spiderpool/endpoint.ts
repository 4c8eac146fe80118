import { decodeMeta } from '../kubernetes-object.ts';
import type { Undecodable } from '../kubernetes-object.ts';
import { parsed } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { isRecord, listAt, recordAt, textAt, valueAt } from '../untyped.ts';
import type { UntypedRecord } from '../untyped.ts';

/** A SpiderEndpoint: what Spiderpool gave to one Pod (domain reference 6.2). */
export interface Endpoint {
  readonly namespace: string;
  /** The Pod's name; for KubeVirt the virtual machine's. */
  readonly name: string;
  /** The Pod that the record belongs to. A record of an earlier Pod of the same name has another one. */
  readonly podUid: string;
  readonly node: string;
  readonly ownerKind: string;
  readonly ownerName: string;
  /** In no order: the cluster keeps them in a map. */
  readonly nics: readonly EndpointNic[];
}

export interface EndpointNic {
  /** `''` in the unnamed mode of `ippools`, until that NIC is added. */
  readonly interfaceName: string;
  readonly ipv4?: EndpointAddress;
  readonly ipv6?: EndpointAddress;
  /** 0 is none. */
  readonly vlan: number;
  readonly mac?: string;
}

export interface EndpointAddress {
  /** With its prefix length, such as `10.6.212.145/16`. */
  readonly address: string;
  readonly pool: string;
  readonly gateway?: string;
}

export function decodeEndpoint(object: unknown): Parsed<Endpoint, Undecodable> {
  const meta = decodeMeta(object);
  if (!meta.ok) return meta;
  const status = recordAt(object, 'status');
  const current = recordAt(status, 'current');
  return parsed({
    namespace: meta.value.namespace,
    name: meta.value.name,
    podUid: textAt(current, 'uid') ?? '',
    node: textAt(current, 'node') ?? '',
    ownerKind: textAt(status, 'ownerControllerType') ?? '',
    ownerName: textAt(status, 'ownerControllerName') ?? '',
    nics: listAt(current, 'ips').filter(isRecord).map(decodeNic),
  });
}

function decodeNic(item: UntypedRecord): EndpointNic {
  const ipv4 = decodeAddress(item, 'ipv4');
  const ipv6 = decodeAddress(item, 'ipv6');
  const vlan = valueAt(item, 'vlan');
  const mac = textAt(item, 'mac');
  return {
    interfaceName: textAt(item, 'interface') ?? '',
    vlan: typeof vlan === 'number' ? vlan : 0,
    ...(ipv4 ? { ipv4 } : {}),
    ...(ipv6 ? { ipv6 } : {}),
    ...(mac === undefined ? {} : { mac }),
  };
}

function decodeAddress(item: UntypedRecord, family: 'ipv4' | 'ipv6'): EndpointAddress | undefined {
  const address = textAt(item, family);
  if (address === undefined) return undefined;
  const gateway = textAt(item, `${family}Gateway`);
  return {
    address,
    pool: textAt(item, `${family}Pool`) ?? '',
    ...(gateway === undefined ? {} : { gateway }),
  };
}
