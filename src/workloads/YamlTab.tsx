import { useMemo } from 'react';
import { decodeAll } from '../cluster/knowledge.ts';
import { resources } from '../cluster/resources.ts';
import { useList } from '../cluster/useList.ts';
import { viewParts } from '../cluster/view-parts.ts';
import { deviceNeedOf } from '../domain/multus/device-need.ts';
import { withRdmaResources } from '../domain/multus/multus-config.ts';
import type { ResourceOf } from '../domain/workload/device-resources.ts';
import { readDraft } from '../domain/workload/draft-document.ts';
import { describeLines } from '../domain/workload/line-map.ts';
import { documentOf, printDocument } from '../domain/workload/manifest-document.ts';
import { useText } from '../i18n/useText.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { nicNames } from '../ui/yaml/nic-names.ts';
import { YamlLines } from '../ui/yaml/YamlLines.tsx';
import type { StoredDeployment } from './stored-deployment.ts';
import styles from './YamlTab.module.css';

/** The items of a list do not say what they are, and without it nobody could apply the text. */
const type = { apiVersion: 'apps/v1', kind: 'Deployment' };

interface YamlTabProps {
  readonly cluster: string;
  readonly object: StoredDeployment;
}

/** The object as the cluster has it now, without `managedFields`, in the colours of the wizard's preview. */
export function YamlTab({ cluster, object }: YamlTabProps) {
  const t = useText();
  const resourceOf = useDeviceResources(cluster);
  const { text, lines, names } = useMemo(() => describe(object, resourceOf), [object, resourceOf]);
  return (
    <section className={styles['card']} aria-label={t('yaml.deployment', { name: object.metadata.name })}>
      <div className={styles['bar']}>
        <CopyButton text={text}>{t('word.copy')}</CopyButton>
      </div>
      <div className={styles['lines']}>
        <YamlLines lines={lines} names={names} />
      </div>
    </section>
  );
}

function describe(object: StoredDeployment, resourceOf: ResourceOf) {
  const document = documentOf({ ...type, ...object });
  const { draft } = readDraft([document], resourceOf);
  return {
    text: printDocument(document),
    lines: describeLines([document], draft, resourceOf),
    names: nicNames(draft.network),
  };
}

/** The device resources of the cluster's attachments; of none while they cannot be read. */
function useDeviceResources(cluster: string): ResourceOf {
  const { items } = useList(cluster, resources.attachments);
  const { items: configs } = useList(cluster, resources.multusConfigs);
  return useMemo(() => {
    const attachments = withRdmaResources(
      decodeAll(items, viewParts.attachments.decode),
      decodeAll(configs, viewParts.multusConfigs.decode),
    );
    const needs = new Map(attachments.map((attachment) => [attachment.id, deviceNeedOf(attachment)]));
    return (attachment) => needs.get(attachment);
  }, [items, configs]);
}
