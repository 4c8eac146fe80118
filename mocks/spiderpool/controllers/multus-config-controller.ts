import { sameJson } from '../../store/json.ts';
import type { KubeObject } from '../../store/store.ts';
import { attachmentConfig } from '../cni/attachment-config.ts';
import { annotations, ATTACHMENTS, MULTUS_CONFIGS, SPIDERPOOL_API } from '../names.ts';
import { readMultusConfig } from '../resources/multus-config.ts';
import type { MultusConfig } from '../resources/multus-config.ts';
import { textOr } from '../../store/json.ts';
import type { SpiderpoolControllerContext } from './context.ts';

/**
 * Renders a NetworkAttachmentDefinition for each SpiderMultusConfig, of its namespace and of its name or the name that it asks
 * for (reference 2.5). The attachment is repaired when somebody changes or deletes it.
 */
export function startMultusConfigController(context: SpiderpoolControllerContext): void {
  const { store } = context;
  const queue = context.queue((key) => {
    const [namespace = '', name = ''] = key.split('/');
    const object = store.peek(MULTUS_CONFIGS, namespace, name);
    if (object === undefined || object.metadata.deletionTimestamp !== undefined) return;
    write(readMultusConfig(object), object.metadata.uid);
  });

  context.watch(MULTUS_CONFIGS, ({ type, object }) => {
    if (type !== 'DELETED') queue.add(`${object.metadata.namespace ?? ''}/${object.metadata.name}`);
  });
  context.watch(ATTACHMENTS, ({ object }) => {
    const owner = object.metadata.ownerReferences?.find(({ kind }) => kind === 'SpiderMultusConfig');
    if (owner !== undefined) queue.add(`${object.metadata.namespace ?? ''}/${owner.name}`);
  });

  function write(config: MultusConfig, uid: string): void {
    const wanted = attachment(config, uid);
    const { namespace, name } = wanted.metadata;
    const stored = store.get(ATTACHMENTS, namespace, name);
    if (stored === undefined) {
      store.create(ATTACHMENTS, wanted);
      return;
    }
    const unchanged =
      sameJson(stored.spec, wanted.spec) &&
      sameJson(stored.metadata.ownerReferences, wanted.metadata.ownerReferences) &&
      sameJson(stored.metadata.annotations, wanted.metadata.annotations);
    if (unchanged) return;
    store.update(ATTACHMENTS, {
      ...stored,
      spec: wanted.spec,
      metadata: { ...stored.metadata, ...wanted.metadata },
    });
  }
}

function attachment(config: MultusConfig, uid: string): KubeObject {
  const name = config.annotations[annotations.attachmentName] ?? config.name;
  const text = attachmentConfig(config, name);
  const annotated = { ...config.annotations, ...resourceAnnotation(config) };
  const object = {
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    metadata: {
      name,
      namespace: config.namespace,
      ...(Object.keys(annotated).length === 0 ? {} : { annotations: annotated }),
      ownerReferences: [
        {
          apiVersion: SPIDERPOOL_API,
          kind: 'SpiderMultusConfig',
          name: config.name,
          uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: text === '' ? {} : { config: text },
  };
  return object as unknown as KubeObject;
}

/** The device that Multus hands to the plugin, by the resource that the Pod asks for. */
function resourceAnnotation({ cniType, config }: MultusConfig): Record<string, string> {
  if (cniType === 'sriov' || cniType === 'ib-sriov')
    return { [annotations.resourceName]: textOr(config.resourceName) };
  if (cniType === 'ovs' && textOr(config.deviceID) !== '') {
    return { [annotations.resourceName]: `ovs-cni.network.kubevirt.io/${textOr(config.bridge)}` };
  }
  return {};
}
