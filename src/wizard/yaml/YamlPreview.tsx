import { useId, useMemo, useState } from 'react';
import type { ResourceOf } from '../../domain/workload/device-resources.ts';
import type { Draft } from '../../domain/workload/draft.ts';
import type { ManifestDocuments } from '../../domain/workload/manifest-document.ts';
import { useText } from '../../i18n/useText.ts';
import { nicNames } from '../../ui/yaml/nic-names.ts';
import { previewDocuments } from './preview-document.ts';
import { PreviewButtons } from './PreviewButtons.tsx';
import { PreviewLines } from './PreviewLines.tsx';
import { PreviewTabs } from './PreviewTabs.tsx';
import styles from './YamlPreview.module.css';

interface YamlPreviewProps {
  /** What `writeDraft` made of the draft: exactly what will be sent. */
  readonly documents: ManifestDocuments;
  readonly draft: Draft;
  /** The device resource of an attachment, so that its lines are known as their NIC's. Keep the function the same between renders. */
  readonly resourceOf?: ResourceOf;
}

const noResource: ResourceOf = () => undefined;

/** Exactly the objects that will be sent, as YAML: one tab each, the lines of each NIC in its hue, the last edit marked. */
export function YamlPreview({ documents, draft, resourceOf = noResource }: YamlPreviewProps) {
  const t = useText();
  const id = useId();
  const [tab, setTab] = useState<string>();
  const previews = useMemo(
    () => previewDocuments(documents, draft, resourceOf),
    [documents, draft, resourceOf],
  );
  const shown = previews.find((preview) => preview.title === tab) ?? previews[0];
  if (shown === undefined) return undefined;
  return (
    <section className={styles.preview} aria-label={t('yaml.title')}>
      <div className={styles.bar}>
        <PreviewTabs
          id={id}
          titles={previews.map(({ title }) => title)}
          shown={shown.title}
          onShow={setTab}
        />
        <PreviewButtons documents={previews} shown={shown} fileName={draft.basics.name || 'deployment'} />
      </div>
      <PreviewLines id={id} document={shown} names={nicNames(draft.network)} />
    </section>
  );
}
