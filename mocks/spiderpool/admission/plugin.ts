import type { AdmissionPlugin, AdmissionRequest } from '../../store/admission.ts';
import { StatusError } from '../../store/store.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import { COORDINATORS, MULTUS_CONFIGS, PODS, POOLS, RESERVED_IPS, SUBNETS } from '../names.ts';
import type { SpiderpoolSettings } from '../settings.ts';
import { admitCoordinator, mutateCoordinator } from './coordinator-webhook.ts';
import { admitMultusConfig, mutateMultusRequest } from './multus-config-webhook.ts';
import { admitPod } from './pod-webhook.ts';
import { admitPool, mutatePoolRequest } from './pool-webhook.ts';
import { admitReservedIp, mutateReservedIp } from './reserved-ip-webhook.ts';
import { admitSubnet, mutateSubnetRequest } from './subnet-webhook.ts';

/** The mutating and validating webhooks of Spiderpool. They do not see status updates. */
export function createSpiderpoolAdmission(store: MemoryStore, settings: SpiderpoolSettings): AdmissionPlugin {
  function admit(request: AdmissionRequest): void {
    if (request.subresource !== undefined) return;
    switch (request.resource) {
      case POOLS:
        return admitPool(request, store, settings);
      case SUBNETS:
        if (!settings.enableSpiderSubnet) throw webhookMissing();
        return admitSubnet(request, store, settings);
      case RESERVED_IPS:
        return admitReservedIp(request, settings);
      case MULTUS_CONFIGS:
        return admitMultusConfig(request, store);
      case COORDINATORS:
        return admitCoordinator(request);
      case PODS:
        return admitPod(request, store, settings);
      default:
        return undefined;
    }
  }
  /** @throws StatusError 400 for an object that Go cannot decode */
  function mutate(request: AdmissionRequest): void {
    if (request.subresource !== undefined) return;
    switch (request.resource) {
      case POOLS:
        return mutatePoolRequest(request, store, settings);
      case SUBNETS:
        return settings.enableSpiderSubnet ? mutateSubnetRequest(request) : undefined;
      case RESERVED_IPS:
        return mutateReservedIp(request);
      case MULTUS_CONFIGS:
        return mutateMultusRequest(request);
      case COORDINATORS:
        return mutateCoordinator(request);
      default:
        return undefined;
    }
  }
  return { name: 'spiderpool', mutate, admit };
}

/** With the feature off nobody serves the webhook of subnets, and the API server cannot write them (reference 7.2, 28). */
function webhookMissing(): StatusError {
  const text =
    'failed calling webhook "spidersubnet.spiderpool.spidernet.io": the server could not find the requested resource';
  return new StatusError({
    code: 500,
    reason: 'InternalError',
    message: `Internal error occurred: ${text}`,
    details: { causes: [{ reason: '', message: text }] },
  });
}
