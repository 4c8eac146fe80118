import { resources } from '../../cluster/resources.ts';
import { useText } from '../../i18n/useText.ts';
import { ObjectKeyField } from '../pickers/ObjectKeyField.tsx';
import { ObjectNameField } from '../pickers/ObjectNameField.tsx';
import styles from './ObjectAndKey.module.css';

interface ObjectAndKeyProps {
  readonly name: `containers.${number}.env.${number}`;
  readonly kind: 'ConfigMap' | 'Secret';
  readonly labelHidden: boolean;
}

/** A value that comes from one key of a ConfigMap or Secret. */
export function ObjectAndKey({ name, kind, labelHidden }: ObjectAndKeyProps) {
  const t = useText();
  return (
    <div className={styles.pair}>
      <ObjectNameField
        name={`${name}.object`}
        label={kind}
        labelHidden={labelHidden}
        placeholder={kind}
        resource={kind === 'ConfigMap' ? resources.configMaps : resources.secrets}
      />
      <ObjectKeyField
        name={`${name}.key`}
        objectName={`${name}.object`}
        kind={kind}
        label={t('field.key')}
        labelHidden={labelHidden}
      />
    </div>
  );
}
