import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import { labelValue } from '../../api/validation/names.ts';
import { appAffinity, familyName, labels, versionOf } from '../names.ts';

/** The workload that an auto-created pool belongs to. */
export interface Application {
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
  uid: string;
}

const LONGEST_NAME = 253;
const UID_PART = 5;
/** `auto4-` and two more dashes. */
const FIXED_PART = 8;

/**
 * `auto4-web-net1-a5bd3` (reference 4.2, `AutoPoolName`). The subnet is no part of it: two subnets for one NIC make one name.
 */
export function autoPoolName(app: Application, family: AddressFamily, interfaceName: string): string {
  const tail = (app.uid.split('-').at(-1) ?? '').slice(0, UID_PART);
  const room = LONGEST_NAME - tail.length - FIXED_PART;
  const appName =
    app.name.length + interfaceName.length > room ? app.name.slice(0, room - interfaceName.length) : app.name;
  return `auto${versionOf(family)}-${appName}-${interfaceName}-${tail}`.toLowerCase();
}

/** `apps/v1` as a label value. */
function groupVersionLabel(apiVersion: string): string {
  return apiVersion.replace('/', '_');
}

/** The labels that find the pool of one NIC and family of a workload, whatever the workload's UID. */
export function searchLabels(
  app: Application,
  subnet: string,
  family: AddressFamily,
  interfaceName: string,
): Record<string, string> {
  return {
    [labels.ownerSubnet]: subnet,
    [labels.ownerGroupVersion]: groupVersionLabel(app.apiVersion),
    [labels.ownerKind]: app.kind,
    [labels.ownerNamespace]: app.namespace,
    [labels.ownerName]: app.name,
    [labels.ipVersion]: familyName(family),
    [labels.interface]: interfaceName,
  };
}

/**
 * Why the API server refuses to search for these labels, such as a name of more than 63 letters; undefined when it does not. The
 * search is the first thing that is done for a pool, so that a subnet hands out nothing for a workload that never gets one.
 */
export function searchProblem(wanted: Readonly<Record<string, string>>): string | undefined {
  return Object.values(wanted).flatMap((value) => labelValue(value))[0];
}

/** `spec.podAffinity` of an auto-created pool. */
export function appPodAffinity(app: Application): { matchLabels: Record<string, string> } {
  const slash = app.apiVersion.indexOf('/');
  return {
    matchLabels: {
      [appAffinity.group]: slash < 0 ? '' : app.apiVersion.slice(0, slash),
      [appAffinity.version]: app.apiVersion.slice(slash + 1),
      [appAffinity.kind]: app.kind,
      [appAffinity.namespace]: app.namespace,
      [appAffinity.name]: app.name,
    },
  };
}

/** `apps_v1_Deployment_default_web`, as `status.controlledIPPools` of a subnet names a workload. */
export function applicationKey(app: Omit<Application, 'uid'>): string {
  return [groupVersionLabel(app.apiVersion), app.kind, app.namespace, app.name].join('_');
}

/** The reverse of `applicationKey`. Names have no `_`, so the parts are told apart. */
export function parseApplicationKey(key: string): Omit<Application, 'uid'> | undefined {
  const parts = key.split('_');
  if (parts.length !== 4 && parts.length !== 5) return undefined;
  const [name = '', namespace = '', kind = '', ...version] = parts.toReversed();
  return { apiVersion: version.toReversed().join('/'), kind, namespace, name };
}
