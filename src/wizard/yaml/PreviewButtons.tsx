import { DownloadOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useText } from '../../i18n/useText.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { documentText, fileText, type PreviewDocument } from './preview-document.ts';
import { saveFile } from './save-file.ts';
import styles from './YamlPreview.module.css';

interface PreviewButtonsProps {
  readonly documents: readonly PreviewDocument[];
  readonly shown: PreviewDocument;
  /** Without its ending. */
  readonly fileName: string;
}

/** Copies the object that is shown; downloads all of them as one file. */
export function PreviewButtons({ documents, shown, fileName }: PreviewButtonsProps) {
  const t = useText();
  const download = t('yaml.download', { file: `${fileName}.yaml` });
  return (
    <div className={styles.buttons}>
      <CopyButton text={() => documentText(shown)} label={t('yaml.copy', { kind: shown.title })} />
      <Tooltip title={download} trigger={['hover', 'focus']}>
        <Button
          type="text"
          size="small"
          icon={<DownloadOutlined aria-hidden />}
          aria-label={download}
          onClick={() => saveFile(`${fileName}.yaml`, fileText(documents))}
        />
      </Tooltip>
    </div>
  );
}
