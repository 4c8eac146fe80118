import { Link } from 'react-router';
import type { WorkloadRef } from '../../domain/spiderpool/pod-owner.ts';
import { paths } from '../../host/paths.ts';

interface WorkloadLinkProps {
  readonly cluster: string;
  readonly workload: WorkloadRef;
}

/** The name of a workload; a link where it has a page here. */
export function WorkloadLink({ cluster, workload: { kind, namespace, name } }: WorkloadLinkProps) {
  if (kind !== 'Deployment') return <>{name}</>;
  return <Link to={paths.deployment(cluster, namespace, name)}>{name}</Link>;
}
