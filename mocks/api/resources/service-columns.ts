import type { Endpoints, Service, ServicePort } from 'kubernetes-types/core/v1';
import type { EndpointSlice } from 'kubernetes-types/discovery/v1';
import { ageColumn, column, firstThree, nameColumn } from '../print/columns.ts';
import { formatLabels } from '../print/labels.ts';
import type { Column } from '../resource-type.ts';

const LOAD_BALANCER_WIDTH = 16;

function externalAddress({ spec = {}, status }: Service): string {
  const external = spec.externalIPs ?? [];
  if (spec.type === 'ExternalName') return spec.externalName ?? '';
  if (spec.type !== 'LoadBalancer') return external.length > 0 ? external.join(',') : '<none>';
  const ingress = (status?.loadBalancer?.ingress ?? []).map(({ ip, hostname }) => ip ?? hostname ?? '');
  const all = [...ingress.filter(Boolean).sort(), ...external].join(',');
  if (all === '') return '<pending>';
  return all.length > LOAD_BALANCER_WIDTH ? `${all.slice(0, LOAD_BALANCER_WIDTH - 3)}...` : all;
}

function portText({ port, nodePort, protocol = 'TCP' }: ServicePort): string {
  return nodePort ? `${port}:${nodePort}/${protocol}` : `${port}/${protocol}`;
}

function addresses({ subsets = [] }: Endpoints): string {
  const all = subsets.flatMap(({ addresses = [], ports = [] }) => {
    if (ports.length === 0) return addresses.map(({ ip }) => ip);
    return ports.flatMap(({ port }) =>
      addresses.map(({ ip }) => (ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`)),
    );
  });
  return firstThree(all, '<none>');
}

/** What `kubectl get services` prints. */
export const serviceColumns: readonly Column[] = [
  nameColumn,
  column<Service>('Type', 'string', ({ spec }) => spec?.type ?? ''),
  column<Service>('Cluster-IP', 'string', ({ spec }) => spec?.clusterIPs?.[0] ?? spec?.clusterIP ?? '<none>'),
  column<Service>('External-IP', 'string', externalAddress),
  column<Service>('Port(s)', 'string', ({ spec }) => spec?.ports?.map(portText).join(',') || '<none>'),
  ageColumn,
  column<Service>('Selector', 'string', ({ spec }) => formatLabels(spec?.selector), 1),
];

/** What `kubectl get endpoints` prints. */
export const endpointsColumns: readonly Column[] = [
  nameColumn,
  column<Endpoints>('Endpoints', 'string', addresses),
  ageColumn,
];

/** What `kubectl get endpointslices` prints. */
export const endpointSliceColumns: readonly Column[] = [
  nameColumn,
  column<EndpointSlice>('AddressType', 'string', ({ addressType }) => addressType),
  column<EndpointSlice>('Ports', 'string', ({ ports = [] }) =>
    firstThree(
      ports.map(({ port, name }) => (port === undefined ? (name ?? '*') : String(port))),
      '<unset>',
    ),
  ),
  column<Partial<EndpointSlice>>('Endpoints', 'string', ({ endpoints = [] }) =>
    firstThree(
      endpoints.flatMap(({ addresses }) => addresses),
      '<unset>',
    ),
  ),
  ageColumn,
];
