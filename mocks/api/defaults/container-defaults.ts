import type { Container, Probe } from 'kubernetes-types/core/v1';
import { roundUpToMilli } from '../schema/quantity.ts';

/**
 * Fills in what a container leaves out. Changes it.
 * Source: `SetDefaults_Container` and `SetDefaults_Probe` of pkg/apis/core/v1.
 */
export function defaultContainer(container: Container): void {
  container.resources ??= {};
  for (const list of [container.resources.limits, container.resources.requests]) {
    for (const [name, quantity] of Object.entries(list ?? {}))
      Object.assign(list ?? {}, { [name]: roundUpToMilli(quantity) });
  }
  container.terminationMessagePath ||= '/dev/termination-log';
  container.terminationMessagePolicy ||= 'File';
  container.imagePullPolicy ||= pullPolicy(container.image ?? '');
  for (const port of container.ports ?? []) {
    port.protocol ||= 'TCP';
  }
  for (const { valueFrom } of container.env ?? []) {
    if (valueFrom?.fieldRef !== undefined) valueFrom.fieldRef.apiVersion ??= 'v1';
    if (valueFrom?.resourceFieldRef !== undefined) valueFrom.resourceFieldRef.divisor ??= '0';
  }
  for (const probe of [container.livenessProbe, container.readinessProbe, container.startupProbe]) {
    if (probe !== undefined) defaultProbe(probe);
  }
  for (const handler of [container.lifecycle?.postStart, container.lifecycle?.preStop]) {
    if (handler !== undefined) defaultHandler(handler);
  }
}

/** A name with a registry, a tag and a digest, each of them optional. Source: distribution/reference. */
const IMAGE =
  /^(?:(?:[\w.-]+(?::\d+)?)\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::(?<tag>\w[\w.-]{0,127}))?(?<digest>@[\w+.-]+:[0-9a-fA-F]{32,})?$/;

/** `Always` for `latest` and for no tag, otherwise, and for what is no image name, `IfNotPresent`. */
function pullPolicy(image: string): 'Always' | 'IfNotPresent' {
  const groups = image.length > 1024 ? undefined : IMAGE.exec(image)?.groups;
  if (groups === undefined) return 'IfNotPresent';
  const tag = groups['tag'] ?? (groups['digest'] === undefined ? 'latest' : '');
  return tag === 'latest' ? 'Always' : 'IfNotPresent';
}

function defaultProbe(probe: Probe): void {
  probe.timeoutSeconds ||= 1;
  probe.periodSeconds ||= 10;
  probe.successThreshold ||= 1;
  probe.failureThreshold ||= 3;
  if (probe.grpc !== undefined) probe.grpc.service ??= '';
  defaultHandler(probe);
}

function defaultHandler({ httpGet }: Pick<Probe, 'httpGet'>): void {
  if (httpGet === undefined) return;
  httpGet.path ||= '/';
  httpGet.scheme ||= 'HTTP';
}
