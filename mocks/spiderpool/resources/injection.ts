import { objectOr } from '../../store/json.ts';
import { texts } from './label-selector.ts';
import type { MultusConfig } from './multus-config.ts';

/**
 * Why a SpiderMultusConfig cannot be injected into Pods (reference 1.9), asked both when it is written and when a Pod with
 * its tag is created.
 * @param resource the device resource that would be added to the Pod
 * @param need whether the tag is for RDMA, which needs a resource; a network tag without one asks nothing more
 */
export function injectionProblem(
  { namespace, name, config }: MultusConfig,
  resource: string,
  need: 'required' | 'optional',
): string | undefined {
  if (resource === '') {
    return need === 'required'
      ? `rdmaResourceName can not empty for spidermultusconfig ${namespace}/${name}`
      : undefined;
  }
  const pools = objectOr(config.ippools);
  if (texts(pools.ipv4).length + texts(pools.ipv6).length > 0) return undefined;
  return `no any ippools configured for spidermultusconfig ${namespace}/${name}`;
}
