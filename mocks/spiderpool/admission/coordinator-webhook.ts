import { parseAddress } from '../../../src/domain/ip/address.ts';
import { formatCidr, makeCidr, parseCidr } from '../../../src/domain/ip/cidr.ts';
import type { Cidr } from '../../../src/domain/ip/cidr.ts';
import type { AdmissionRequest } from '../../store/admission.ts';
import { listOr, objectOr, textOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { texts } from '../resources/label-selector.ts';
import { deniedInvalid, invalidField, unsupportedField } from './denial.ts';
import type { FieldDenial, Webhook } from './denial.ts';
import { addFinalizer } from '../resources/metadata.ts';

const webhook: Webhook = { name: 'spidercoordinator.spiderpool.spidernet.io', kind: 'SpiderCoordinator' };
const CIDR_TYPES = ['auto', 'cluster', 'calico', 'cilium', 'none'];

/** The mutating webhook of SpiderCoordinator (reference 2.6). */
export function mutateCoordinator({ object }: AdmissionRequest): void {
  const spec = objectOr(object.spec);
  object.spec = spec;
  if (object.metadata.deletionTimestamp !== undefined) return;
  // What it cannot read it leaves as it is, for the validating webhook to refuse.
  if (
    spec.podCIDRType === undefined ||
    hijackRule(spec) !== undefined ||
    policyRoutesRule(spec) !== undefined
  )
    return;
  mutate(spec);
  addFinalizer(object);
}

/** The validating webhook of SpiderCoordinator. */
export function admitCoordinator(request: AdmissionRequest): void {
  if (request.operation === 'DELETE') return;
  const { object } = request;
  const spec = objectOr(object.spec);
  if (object.metadata.deletionTimestamp !== undefined) return;
  const denial = coordinatorDenial(spec, 'required');
  if (denial !== undefined) throw deniedInvalid(webhook, object.metadata.name, [denial]);
}

function mutate(spec: JsonObject): void {
  const defaults = {
    mode: 'auto',
    tunePodRoutes: true,
    hostRuleTable: 500,
    podRPFilter: 0,
    txQueueLen: 0,
    vethLinkAddress: '',
    vethMTU: 1500,
  };
  for (const [key, value] of Object.entries(defaults)) spec[key] ??= value;
  if (!Array.isArray(spec.hijackCIDR)) return;
  spec.hijackCIDR = texts(spec.hijackCIDR).map((text) => {
    const network = addressOrCidr(text);
    return network === undefined || text.includes('/') ? text : formatCidr(network);
  });
}

/**
 * The rules of a coordinator's spec, which a SpiderMultusConfig may carry as well.
 * @param cidrType whether `podCIDRType` has to be there: in a SpiderCoordinator it has, in a SpiderMultusConfig not
 */
export function coordinatorDenial(
  spec: JsonObject,
  cidrType: 'required' | 'optional',
): FieldDenial | undefined {
  return (
    cidrTypeRule(spec, cidrType) ??
    hijackRule(spec) ??
    policyRoutesRule(spec) ??
    macPrefixRule(spec) ??
    numbersRule(spec)
  );
}

function cidrTypeRule(spec: JsonObject, need: 'required' | 'optional'): FieldDenial | undefined {
  const type = spec.podCIDRType;
  if (type === undefined) {
    return need === 'required' ? unsupportedField('spec.podCIDRType', '', CIDR_TYPES) : undefined;
  }
  return CIDR_TYPES.includes(textOr(type))
    ? undefined
    : unsupportedField('spec.podCIDRType', textOr(type), CIDR_TYPES);
}

function hijackRule(spec: JsonObject): FieldDenial | undefined {
  for (const [index, text] of texts(spec.hijackCIDR).entries()) {
    if (addressOrCidr(text) === undefined) {
      return invalidField(`spec.extraCIDR[${index}]`, text, cidrError(text));
    }
  }
  return undefined;
}

function policyRoutesRule(spec: JsonObject): FieldDenial | undefined {
  for (const [index, item] of listOr(spec.policyRoutes).entries()) {
    const route = { dst: textOr(objectOr(item).dst), gw: textOr(objectOr(item).gw) };
    const path = `spec.policyRoutes[${index}]`;
    const dst = addressOrCidr(route.dst);
    if (dst === undefined) return invalidField(`${path}.dst`, route.dst, cidrError(route.dst));
    const gw = parseAddress(route.gw);
    if (!gw.ok) return invalidField(`${path}.gw`, route.gw, 'gw is an invalid IP address');
    if (gw.value.family !== dst.network.family) {
      const go = `v2beta1.Route{Dst:${JSON.stringify(route.dst)}, Gw:${JSON.stringify(route.gw)}}`;
      return invalidField(path, { go }, 'dst and gw must use the same IP family');
    }
  }
  return undefined;
}

function macPrefixRule(spec: JsonObject): FieldDenial | undefined {
  const prefix = textOr(spec.podMACPrefix);
  if (prefix === '') return undefined;
  const field = 'spec.podMACPrefix';
  if (!/^[0-9a-fA-F]{2}:[0-9a-fA-F]{2}$/.test(prefix))
    return invalidField(field, prefix, 'not a valid MAC prefix');
  const multicast = (Number.parseInt(prefix.slice(0, 2), 16) & 1) === 1;
  if (!multicast) return undefined;
  return invalidField(field, prefix, 'not a unicast MAC: the lowest bit of the first byte must be 0');
}

function numbersRule(spec: JsonObject): FieldDenial | undefined {
  const { txQueueLen, podRPFilter, vethLinkAddress, vethMTU } = spec;
  if (typeof txQueueLen === 'number' && txQueueLen < 0) {
    return invalidField('spec.txQueueLen', txQueueLen, "txQueueLen can't be less than 0");
  }
  if (typeof podRPFilter === 'number' && podRPFilter > 2) {
    return unsupportedField('spec.podRPFilter', podRPFilter, ['0', '1', '2']);
  }
  const link = textOr(vethLinkAddress);
  if (link !== '' && !parseAddress(link).ok) {
    return invalidField('spec.vethLinkAddress', link, 'vethLinkAddress is an invalid IP address');
  }
  if (typeof vethMTU === 'number' && vethMTU <= 0) {
    return invalidField('spec.vethMTU', vethMTU, 'vethMTU must be greater than 0');
  }
  return undefined;
}

/** In the words of Go: an address, or a block where there is a slash. */
function cidrError(text: string): string {
  return text.includes('/')
    ? `invalid CIDR address: ${text}`
    : `ParseAddr(${JSON.stringify(text)}): unable to parse IP`;
}

function addressOrCidr(text: string): Cidr | undefined {
  const cidr = parseCidr(text);
  if (cidr.ok) return cidr.value;
  const address = parseAddress(text);
  return address.ok ? makeCidr(address.value, address.value.family === 'ipv4' ? 32 : 128) : undefined;
}
