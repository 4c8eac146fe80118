import type { AdmissionRequest } from '../../store/admission.ts';
import { objectOr } from '../../store/json.ts';
import { familyOfVersion } from '../resources/address-block.ts';
import { texts } from '../resources/label-selector.ts';
import type { SpiderpoolSettings } from '../settings.ts';
import { familyOfRange, mergeRanges, rangeProblem } from './address-rules.ts';
import { familyRule } from './block-rules.ts';
import { deniedInvalid, forbiddenField, invalidField } from './denial.ts';
import type { FieldDenial, Webhook } from './denial.ts';
import { reservedIpSpec, throughGo } from './go-object.ts';

const webhook: Webhook = { name: 'spiderreservedip.spiderpool.spidernet.io', kind: 'SpiderReservedIP' };
const MISSING_FAMILY = "is not generated correctly, 'spec.ips' is empty or 'spec.ips[0]' may be invalid";

/** The mutating webhook of SpiderReservedIP (reference 2.4). */
export function mutateReservedIp({ object }: AdmissionRequest): void {
  throughGo({ webhook, spec: reservedIpSpec }, object, ({ spec }) => mutate(objectOr(spec)));
}

/** The validating webhook of SpiderReservedIP. */
export function admitReservedIp(request: AdmissionRequest, settings: SpiderpoolSettings): void {
  if (request.operation === 'DELETE') return;
  const { object, oldObject } = request;
  const spec = objectOr(object.spec);
  const denial = judge(spec, oldObject === undefined ? undefined : objectOr(oldObject.spec), settings);
  if (denial !== undefined) throw deniedInvalid(webhook, object.metadata.name, [denial]);
}

/** Takes the family from the first range and merges the list. */
function mutate(spec: Record<string, unknown>): void {
  const ips = texts(spec.ips);
  const [first] = ips;
  if (first === undefined) return;
  if (spec.ipVersion === undefined || spec.ipVersion === null) {
    const family = familyOfRange(first);
    if (family === undefined) return;
    spec.ipVersion = family === 'ipv4' ? 4 : 6;
  }
  const family = familyOfVersion(spec.ipVersion);
  if (family === undefined || ips.length < 2) return;
  spec.ips = mergeRanges(family, ips) ?? ips;
}

function judge(
  spec: Record<string, unknown>,
  before: Record<string, unknown> | undefined,
  settings: SpiderpoolSettings,
): FieldDenial | undefined {
  const oldFamily = familyOfVersion(before?.ipVersion);
  const family = familyOfVersion(spec.ipVersion);
  if (oldFamily !== undefined && family !== undefined && oldFamily !== family) {
    return forbiddenField('spec.ipVersion', 'is not changeable');
  }
  const early = familyRule(spec.ipVersion, MISSING_FAMILY, settings);
  if (early !== undefined || family === undefined) return early;
  for (const [index, range] of texts(spec.ips).entries()) {
    const problem = rangeProblem(family, range);
    if (problem !== undefined) return invalidField(`spec.ips[${index}]`, range, problem);
  }
  return undefined;
}
