import type { ServicePort } from 'kubernetes-types/core/v1';
import { GoLiteral } from './field-errors.ts';
import type { FieldErrors } from './field-errors.ts';
import { dns1123Label, portNumber, qualifiedName } from './names.ts';
import { validatePort } from './numbers.ts';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];
const KUBELET_PORT = 10250;

/** A load balancer does not offer the port of the kubelet. */
export function validateNoKubeletPort(ports: readonly ServicePort[], errors: FieldErrors): void {
  for (const [index, { port }] of ports.entries()) {
    if (port !== KUBELET_PORT) continue;
    const text = `may not expose port ${KUBELET_PORT} externally since it is used by kubelet`;
    errors.invalid(`spec.ports[${index}]`, port, text);
  }
}

/** Source: `validateServicePort`, and the checks for duplicates of `ValidateService`. */
export function validatePorts(ports: readonly ServicePort[], errors: FieldErrors): void {
  const names = new Set<string>();
  const numbers = new Set<string>();
  for (const [index, { name, port, protocol = '', targetPort, appProtocol }] of ports.entries()) {
    const at = `spec.ports[${index}]`;
    if (!name && ports.length > 1) errors.required(`${at}.name`);
    else if (name) {
      for (const text of dns1123Label(name)) errors.invalid(`${at}.name`, name, text);
      if (names.has(name)) errors.duplicate(`${at}.name`, name);
      names.add(name);
    }
    for (const text of portNumber(port ?? 0)) errors.invalid(`${at}.port`, port ?? 0, text);
    if (!PROTOCOLS.includes(protocol)) errors.notSupported(`${at}.protocol`, protocol, PROTOCOLS);
    validatePort(targetPort, `${at}.targetPort`, errors);
    if (appProtocol !== undefined) {
      for (const text of qualifiedName(appProtocol)) errors.invalid(`${at}.appProtocol`, appProtocol, text);
    }
  }
  for (const [index, { port, protocol = '' }] of ports.entries()) {
    const key = `${protocol}/${port}`;
    if (numbers.has(key)) errors.duplicate(`spec.ports[${index}]`, goPort(protocol, port));
    numbers.add(key);
  }
}

/** The key of a duplicate port as Go prints it. */
function goPort(protocol: string, port: number): GoLiteral {
  return new GoLiteral(
    `core.ServicePort{Name:"", Protocol:${JSON.stringify(protocol)}, AppProtocol:(*string)(nil), Port:${port}, TargetPort:intstr.IntOrString{Type:0, IntVal:0, StrVal:""}, NodePort:0}`,
  );
}

/** Node ports belong to Services that have them, each to one port. */
export function validateNodePorts(type: string, ports: readonly ServicePort[], errors: FieldErrors): void {
  const seen = new Set<string>();
  for (const [index, { nodePort, protocol = '' }] of ports.entries()) {
    if (!nodePort) continue;
    const at = `spec.ports[${index}].nodePort`;
    if (type === 'ClusterIP') errors.forbidden(at, "may not be used when `type` is 'ClusterIP'");
    if (seen.has(`${protocol}/${nodePort}`)) errors.duplicate(at, nodePort);
    seen.add(`${protocol}/${nodePort}`);
  }
}
