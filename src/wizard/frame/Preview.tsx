import { useMemo } from 'react';
import { deviceNeedOf } from '../../domain/multus/device-need.ts';
import { known } from '../../domain/cluster-view.ts';
import { YamlPreview } from '../yaml/YamlPreview.tsx';
import { useInsight } from './insight-context.ts';
import { useWizard } from './wizard-context.ts';

/** The manifest beside the form. */
export function Preview() {
  const { documents, draft } = useInsight();
  const { attachments } = useWizard().view;
  const resourceOf = useMemo(() => {
    const names = new Map(known(attachments)?.map((attachment) => [attachment.id, deviceNeedOf(attachment)]));
    return (attachment: string) => names.get(attachment);
  }, [attachments]);
  return <YamlPreview documents={documents} draft={draft} resourceOf={resourceOf} />;
}
