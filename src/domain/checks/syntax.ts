/** The syntaxes of Kubernetes (`k8s.io/apimachinery/pkg/util/validation`). Each says whether a text has it. */

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const namePart = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** `IsDNS1123Label`: names of workloads, containers, namespaces, ports of a Service. */
export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && label.test(text);
}

/** `IsDNS1123Subdomain`: names of Secrets, ConfigMaps, pools; host names. */
export function isDnsSubdomain(text: string): boolean {
  return text.length <= 253 && subdomain.test(text);
}

/** `IsDNS1035Label`, at least four characters as the console asks: names of Services. */
export function isServiceName(text: string): boolean {
  return text.length >= 4 && text.length <= 63 && /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(text);
}

/** `IsValidPortName` (IANA service name): names of container ports. */
export function isPortName(text: string): boolean {
  return text.length <= 15 && label.test(text) && !text.includes('--') && /[a-z]/.test(text);
}

/** `IsQualifiedName`: keys of labels, annotations and extended resources. */
export function isQualifiedName(text: string): boolean {
  const slash = text.indexOf('/');
  const name = text.slice(slash + 1);
  if (slash !== -1 && !isDnsSubdomain(text.slice(0, slash))) return false;
  return name.length <= 63 && namePart.test(name);
}

/** `IsValidLabelValue`. */
export function isLabelValue(text: string): boolean {
  return text === '' || (text.length <= 63 && namePart.test(text));
}

/** `IsEnvVarName`, the rule that holds in every Kubernetes in use. */
export function isEnvName(text: string): boolean {
  return /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(text) && text !== '.' && !text.startsWith('..');
}

/** `IsConfigMapKey`: keys of ConfigMaps and Secrets. */
export function isConfigKey(text: string): boolean {
  return text.length <= 253 && /^[-._a-zA-Z0-9]+$/.test(text) && text !== '.' && !text.startsWith('..');
}

/** A port by number or by the name of a container port. */
export function isPortReference(text: string): boolean {
  return integerIn(text, 1, 65_535) || isPortName(text);
}

/** A whole number within bounds, written plainly: no sign, no leading zero, no blank. */
export function integerIn(text: string, min: number, max: number): boolean {
  if (!/^(0|[1-9]\d*)$/.test(text)) return false;
  const value = Number(text);
  return value >= min && value <= max;
}

/** The largest value of the API's 32-bit integers. */
export const MAX_INT32 = 2_147_483_647;
