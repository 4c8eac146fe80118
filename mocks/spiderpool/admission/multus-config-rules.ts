import { isObject, objectOr, textOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { goJsonSyntaxError } from '../../go/json-syntax.ts';
import { annotations } from '../names.ts';
import { cniTypes, configKeyOf, deviceResourceOf, mastersOf } from '../resources/multus-config.ts';
import type { MultusConfig } from '../resources/multus-config.ts';
import { injectionProblem } from '../resources/injection.ts';
import { forbiddenField, invalidField, requiredField } from './denial.ts';
import type { FieldDenial } from './denial.ts';

/** How messages name the block of each kind of CNI; not quite as the CRD does. */
const fields: Readonly<Record<string, string>> = {
  macvlan: 'spec.macvlanConfig',
  ipvlan: 'spec.ipvlanConfig',
  vlan: 'spec.vlan',
  sriov: 'spec.sriovConfig',
  'ib-sriov': 'spec.ibsriovConfig',
  ipoib: 'spec.ipoibConfig',
  ovs: 'spec.ovsConfig',
  custom: 'spec.customCniTypeConfig',
};

/** The rules of the block that `cniType` names, and of the blocks that must not be there. */
export function cniRule(config: MultusConfig): FieldDenial | undefined {
  const field = fields[config.cniType] ?? '';
  if (config.cniType === 'custom')
    return injectable(config) ?? onlyRule(config, field) ?? customRule(config, field);
  if (config.cniType === 'ovs') {
    return (
      injectable(config) ??
      presentRule(config, field) ??
      vlanRule(config, field) ??
      trunkRule(config, field) ??
      onlyRule(config, field)
    );
  }
  return (
    presentRule(config, field) ??
    vlanModeRule(config, field) ??
    vlanRule(config, field) ??
    matchMasterRule(config, field) ??
    masterRule(config, field) ??
    sriovRule(config, field) ??
    onlyRule(config, field) ??
    injectRule(config, field)
  );
}

function presentRule({ spec, cniType }: MultusConfig, field: string): FieldDenial | undefined {
  return isObject(spec[configKeyOf(cniType) ?? ''])
    ? undefined
    : requiredField(field, `no ${field} specified`);
}

function vlanModeRule({ cniType, config }: MultusConfig, field: string): FieldDenial | undefined {
  if (cniType !== 'vlan') return undefined;
  const hasId = config.vlanID !== undefined;
  const refuse = (detail: string) => invalidField(field, printed('vlan'), detail);
  if (config.vlanMode === 'manual' && !hasId) return refuse('vlanId must not be nil when vlanMode is manual');
  if (config.vlanMode === 'auto' && hasId)
    return refuse('vlanId must not be specified when vlanMode is auto');
  return undefined;
}

function vlanRule({ cniType, config }: MultusConfig, field: string): FieldDenial | undefined {
  const id = cniType === 'ovs' ? config.vlan : config.vlanID;
  if (typeof id !== 'number' || (id >= 0 && id <= 4094)) return undefined;
  return invalidField(field, id, `invalid vlanId ${id}, please make sure vlanId in range [0,4094]`);
}

function trunkRule({ config }: MultusConfig, field: string): FieldDenial | undefined {
  for (const item of Array.isArray(config.trunk) ? config.trunk : []) {
    const { minID, maxID } = objectOr(item);
    if (typeof minID === 'number' && typeof maxID === 'number' && maxID < minID) {
      return invalidField(
        field,
        { go: '&v2beta1.Trunk{}' },
        'minID is greater than maxID in trunk parameter',
      );
    }
  }
  return undefined;
}

function matchMasterRule({ cniType, config }: MultusConfig, field: string): FieldDenial | undefined {
  if (!['macvlan', 'ipvlan', 'vlan'].includes(cniType)) return undefined;
  if (objectOr(config.ippools).matchMasterSubnet !== true) return undefined;
  return invalidField(field, printed(cniType), `MatchMasterSubnet feature is not supported for ${cniType}`);
}

function masterRule({ cniType, config }: MultusConfig, field: string): FieldDenial | undefined {
  if (cniType === 'ipoib') {
    return mastersOf(config).length === 0 ? requiredField(field, `no ${field}[master] specified`) : undefined;
  }
  if (!['macvlan', 'ipvlan', 'vlan'].includes(cniType)) return undefined;
  const problem = masterProblem(config);
  return problem === undefined ? undefined : invalidField(field, printed(cniType), problem);
}

function masterProblem(config: JsonObject): string | undefined {
  const masters = mastersOf(config);
  if (masters.length === 0) return "master can't be empty";
  if (masters.length === 1) return undefined;
  if (!isObject(config.bond)) return 'the bond property is nil with multiple Interfaces';
  return textOr(config.bond.name) === '' ? "bond name can't be empty" : undefined;
}

function sriovRule({ cniType, config }: MultusConfig, field: string): FieldDenial | undefined {
  if (cniType !== 'sriov' && cniType !== 'ib-sriov') return undefined;
  const { minTxRateMbps, maxTxRateMbps } = config;
  if (
    typeof minTxRateMbps === 'number' &&
    typeof maxTxRateMbps === 'number' &&
    minTxRateMbps > maxTxRateMbps
  ) {
    return invalidField(field, minTxRateMbps, 'minTxRateMbps must be less than maxTxRateMbps');
  }
  return textOr(config.resourceName) === ''
    ? requiredField(field, `no ${field}[resourceName] specified`)
    : undefined;
}

/** Exactly one block, that of `cniType`. */
function onlyRule({ spec, cniType }: MultusConfig, field: string): FieldDenial | undefined {
  const other = cniTypes.find((type) => type !== cniType && spec[configKeyOf(type) ?? ''] !== undefined);
  if (other === undefined) return undefined;
  return forbiddenField(
    'spec.cniType',
    `the cniType ${cniType} only supports ${field}, please remove other CNI configs`,
  );
}

function customRule({ spec }: MultusConfig, field: string): FieldDenial | undefined {
  const text = textOr(spec.customCNI);
  if (text === '' || goJsonSyntaxError(text) === undefined) return undefined;
  return forbiddenField(field, "customCniConfig isn't a valid JSON encoding");
}

/** Some kinds of CNI cannot be injected at all. */
function injectable({ annotations: given, cniType }: MultusConfig): FieldDenial | undefined {
  if (!(annotations.rdmaResourceInject in given) && !(annotations.networkResourceInject in given))
    return undefined;
  return forbiddenField(
    'spec.cniType',
    `the cniType ${cniType} does not support RDMA resource or network resource injected`,
  );
}

function injectRule(config: MultusConfig, field: string): FieldDenial | undefined {
  const given = config.annotations;
  const resource = config.cniType === 'ipoib' ? textOr(config.config.master) : deviceResourceOf(config);
  const problem =
    (annotations.rdmaResourceInject in given ? injectionProblem(config, resource, 'required') : undefined) ??
    (annotations.networkResourceInject in given ? injectionProblem(config, resource, 'optional') : undefined);
  return problem === undefined ? undefined : invalidField(field, printed(config.cniType), problem);
}

/** How Go begins to print a block; the whole of it helps nobody. */
function printed(cniType: string): { go: string } {
  const names: Readonly<Record<string, string>> = {
    macvlan: 'SpiderMacvlanCniConfig',
    ipvlan: 'SpiderIPvlanCniConfig',
    vlan: 'SpiderVlanCniConfig',
    sriov: 'SpiderSRIOVCniConfig',
    'ib-sriov': 'SpiderIBSriovCniConfig',
    ipoib: 'SpiderIpoibCniConfig',
  };
  return { go: `v2beta1.${names[cniType] ?? 'MultusCNIConfigSpec'}{}` };
}
