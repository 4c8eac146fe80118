/** Where resources are, in the namespace of the script. */
export const CONFIG_MAPS = '/api/v1/namespaces/{ns}/configmaps';
export const PODS = '/api/v1/namespaces/{ns}/pods';
export const SERVICES = '/api/v1/namespaces/{ns}/services';
export const DEPLOYMENTS = '/apis/apps/v1/namespaces/{ns}/deployments';
export const REPLICA_SETS = '/apis/apps/v1/namespaces/{ns}/replicasets';
export const STATEFUL_SETS = '/apis/apps/v1/namespaces/{ns}/statefulsets';
export const DAEMON_SETS = '/apis/apps/v1/namespaces/{ns}/daemonsets';
export const JOBS = '/apis/batch/v1/namespaces/{ns}/jobs';
export const CRON_JOBS = '/apis/batch/v1/namespaces/{ns}/cronjobs';
const SPIDERPOOL = '/apis/spiderpool.spidernet.io/v2beta1';
export const POOLS = `${SPIDERPOOL}/spiderippools`;
export const SUBNETS = `${SPIDERPOOL}/spidersubnets`;
export const RESERVED = `${SPIDERPOOL}/spiderreservedips`;
export const COORDINATORS = `${SPIDERPOOL}/spidercoordinators`;
export const MULTUS_CONFIGS = `${SPIDERPOOL}/namespaces/{ns}/spidermultusconfigs`;
export const ENDPOINTS = `${SPIDERPOOL}/namespaces/{ns}/spiderendpoints`;
export const ATTACHMENTS = '/apis/k8s.cni.cncf.io/v1/namespaces/{ns}/network-attachment-definitions';
