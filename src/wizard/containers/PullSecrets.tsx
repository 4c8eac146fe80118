import { resources } from '../../cluster/resources.ts';
import { Row, RowList } from '../../ui/fields/RowList.tsx';
import { useRows } from '../../ui/fields/useRows.ts';
import { useText } from '../../i18n/useText.ts';
import { Section } from '../frame/Section.tsx';
import { ObjectNameField } from '../pickers/ObjectNameField.tsx';

/** Secrets for private registries. They belong to the Pod, so they serve every container. */
export function PullSecrets() {
  const t = useText();
  const name = 'metadata.pullSecrets';
  const rows = useRows(name);
  return (
    <Section title={t('pullSecrets.title')} detail={t('pullSecrets.detail')}>
      <RowList
        name={name}
        label={t('pullSecrets.title')}
        labelHidden
        addId={rows.addId}
        addLabel={t('pullSecrets.add')}
        onAdd={() => rows.add({ value: '' })}
      >
        {rows.keys.map((key, row) => (
          <Row key={key} label={t('pullSecrets.row', { place: row + 1 })} onRemove={() => rows.remove(row)}>
            <ObjectNameField
              name={`${name}.${row}.value`}
              label={t('pullSecrets.row', { place: row + 1 })}
              labelHidden
              resource={resources.secrets}
              fieldSelector="type=kubernetes.io/dockerconfigjson"
            />
          </Row>
        ))}
      </RowList>
    </Section>
  );
}
