import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/useText.ts';
import { copyText } from './copy-text.ts';
import styles from './CopyButton.module.css';

interface CopyButtonProps {
  /** What is copied; a function where making it takes work. */
  readonly text: string | (() => string);
  /** What a screen reader says: "Copy the address of net1". "Copy" when absent. */
  readonly label?: string;
  /** Text beside the icon; the icon alone when absent. */
  readonly children?: string;
  readonly size?: 'small' | 'middle';
}

/** How long the tick is shown (milliseconds). */
const thanks = 1500;

/** Copies a text, and says so. */
export function CopyButton({ text, label, children, size = 'small' }: CopyButtonProps) {
  const t = useText();
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (copied === 0) return undefined;
    const timer = setTimeout(() => {
      setCopied(0);
    }, thanks);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);
  const copy = async () => {
    await copyText(typeof text === 'string' ? text : text());
    setCopied((times) => times + 1);
  };
  const button = (
    <Button
      size={size}
      type={children === undefined ? 'text' : 'default'}
      icon={copied > 0 ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
      aria-label={children === undefined ? (label ?? t('word.copy')) : undefined}
      onClick={() => void copy()}
    >
      {children}
    </Button>
  );
  return (
    <>
      {children === undefined ? (
        <Tooltip
          trigger={['hover', 'focus']}
          title={copied > 0 ? t('word.copied') : (label ?? t('word.copy'))}
        >
          {button}
        </Tooltip>
      ) : (
        button
      )}
      <span role="status" className={styles['forReaders']}>
        {copied > 0 ? t('word.copied') : ''}
      </span>
    </>
  );
}
