import { CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { SelectField } from '../../ui/fields/SelectField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { TextRows } from '../../ui/fields/TextRows.tsx';
import { useText } from '../../i18n/useText.ts';
import { FieldGrid, Section } from '../frame/Section.tsx';
import styles from './ContainerPanel.module.css';
import { EnvRows } from './EnvRows.tsx';
import { PortRows } from './PortRows.tsx';
import { ProbeFields } from './ProbeFields.tsx';
import { ResourceFields } from './ResourceFields.tsx';

interface ContainerPanelProps {
  readonly index: number;
  readonly onDuplicate: () => void;
  /** Absent for the only container. */
  readonly onRemove: (() => void) | undefined;
}

/** Everything about one container. */
export function ContainerPanel({ index, onDuplicate, onRemove }: ContainerPanelProps) {
  const t = useText();
  const path = `containers.${index}` as const;
  return (
    <div className={styles.panel}>
      <Section
        title={t('container.basic')}
        action={<ContainerActions onDuplicate={onDuplicate} onRemove={onRemove} />}
      >
        <FieldGrid>
          <TextField
            name={`${path}.name`}
            label={t('container.name')}
            required
            mono
            help={t('container.nameHelp')}
          />
          <SelectField
            name={`${path}.pullPolicy`}
            label={t('container.pullPolicy')}
            options={[
              {
                value: '',
                label: t('container.pullPolicyUnset'),
                detail: t('container.pullPolicyUnsetDetail'),
              },
              { value: 'IfNotPresent', label: 'IfNotPresent', detail: t('container.pullIfNotPresent') },
              { value: 'Always', label: 'Always', detail: t('container.pullAlways') },
              { value: 'Never', label: 'Never', detail: t('container.pullNever') },
            ]}
          />
        </FieldGrid>
        <TextField
          name={`${path}.image`}
          label={t('container.image')}
          required
          mono
          placeholder="nginx:1.27"
          help={t('container.imageHelp')}
        />
      </Section>
      <ResourceFields index={index} />
      <Section title={t('container.command')} detail={t('container.commandDetail')}>
        <TextRows
          name={`${path}.command`}
          label={t('container.entrypoint')}
          addLabel={t('container.addCommand')}
          rowLabel={(place) => t('container.commandRow', { place })}
          placeholder="/bin/sh"
          ordered
        />
        <TextRows
          name={`${path}.args`}
          label={t('container.args')}
          addLabel={t('container.addArg')}
          rowLabel={(place) => t('container.argRow', { place })}
          placeholder="-c"
          ordered
        />
      </Section>
      <Section title={t('container.ports')} detail={t('container.portsDetail')}>
        <PortRows index={index} />
      </Section>
      <Section title={t('container.env')} detail={t('container.envDetail')}>
        <EnvRows index={index} />
      </Section>
      <Section title={t('container.probes')} detail={t('container.probesDetail')}>
        <ProbeFields index={index} kind="liveness" />
        <ProbeFields index={index} kind="readiness" />
        <ProbeFields index={index} kind="startup" />
      </Section>
    </div>
  );
}

function ContainerActions({ onDuplicate, onRemove }: Pick<ContainerPanelProps, 'onDuplicate' | 'onRemove'>) {
  const t = useText();
  return (
    <div className={styles.actions}>
      <Button type="text" icon={<CopyOutlined aria-hidden />} onClick={onDuplicate}>
        {t('containers.duplicate')}
      </Button>
      {onRemove !== undefined && (
        <Popconfirm
          title={t('containers.removeAsk')}
          okText={t('containers.remove')}
          cancelText={t('word.cancel')}
          okButtonProps={{ danger: true }}
          onConfirm={onRemove}
        >
          <Button type="text" icon={<DeleteOutlined aria-hidden />}>
            {t('containers.remove')}
          </Button>
        </Popconfirm>
      )}
    </div>
  );
}
