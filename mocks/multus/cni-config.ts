import { isObject, listOr, objectOr, textOr } from '../store/json.ts';
import type { JsonObject } from '../store/json.ts';
import { GoJsonError, parseGoJson } from '../go/json-decode.ts';
import { texts } from '../spiderpool/resources/label-selector.ts';
import type { IpamConfig } from '../spiderpool/ipam/add-request.ts';

/** A CNI configuration: one plugin, or a chain of them. */
export interface CniConfig {
  /** Its own name, which errors repeat. */
  name: string;
  plugins: JsonObject[];
}

/** Why a configuration cannot be loaded, in Multus' words. */
export class CniConfigError extends Error {}

/**
 * Reads `spec.config` of an attachment (`GetCNIConfigFromSpec`, `LoadDelegateNetConf`).
 * @param attachmentName stands in for a missing name
 * @throws CniConfigError
 */
export function readCniConfig(text: string, attachmentName: string): CniConfig {
  const config = parse(text);
  const name = textOr(config.name) || attachmentName;
  if (textOr(config.type) !== '') return { name, plugins: [config] };
  const refuse = (why: string) =>
    new CniConfigError(`LoadDelegateNetConf: failed with: LoadDelegateNetConfList: ${why}`);
  const plugins = listOr(config.plugins).filter(isObject);
  const [first] = plugins;
  if (first === undefined) throw refuse(`delegate must have the 'type' or 'plugin' field`);
  if (textOr(first.type) === '') throw refuse(`a plugin delegate must have the 'type' field`);
  return { name, plugins };
}

function parse(text: string): JsonObject {
  const prefix =
    'GetCNIConfig: err in getCNIConfigFromSpec: getCNIConfigFromSpec: failed to unmarshal Spec.Config';
  try {
    const value = parseGoJson(text);
    if (isObject(value)) return value;
    throw new CniConfigError(
      `${prefix}: json: cannot unmarshal value into Go value of type map[string]interface {}`,
    );
  } catch (error) {
    if (error instanceof GoJsonError) throw new CniConfigError(`${prefix}: ${error.message}`);
    throw error;
  }
}

/** The plugin that makes the interface: the first that is not a helper. */
export function mainPluginOf({ plugins }: CniConfig): JsonObject {
  return plugins.find((plugin) => plugin.type !== 'ifacer') ?? {};
}

/** The `ipam` block that asks Spiderpool, wherever in the chain it stands. */
export function spiderpoolIpamOf({ plugins }: CniConfig): IpamConfig | undefined {
  const ipam = plugins.map((plugin) => objectOr(plugin.ipam)).find((block) => block.type === 'spiderpool');
  if (ipam === undefined) return undefined;
  return {
    defaultPools: { ipv4: texts(ipam.default_ipv4_ippool), ipv6: texts(ipam.default_ipv6_ippool) },
    cleanGateway: ipam.clean_gateway === true,
    matchMasterSubnet: ipam.match_master_subnet === true,
  };
}
