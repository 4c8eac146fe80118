import { KeyValueRows } from '../../ui/fields/KeyValueRows.tsx';
import { Row, RowList } from '../../ui/fields/RowList.tsx';
import { SelectField } from '../../ui/fields/SelectField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { TextRows } from '../../ui/fields/TextRows.tsx';
import { useRows } from '../../ui/fields/useRows.ts';
import { useText } from '../../i18n/useText.ts';
import { Section } from '../frame/Section.tsx';
import styles from './DnsFields.module.css';

/** Limits of Kubernetes' validation of `dnsConfig`. */
const maxNameservers = 3;
const maxSearches = 32;

/** How the Pods look up names. */
export function DnsFields() {
  const t = useText();
  return (
    <Section title={t('dns.title')} detail={t('dns.detail')}>
      <SelectField
        name="dns.policy"
        label={t('dns.policy')}
        className={styles.policy}
        options={[
          { value: '', label: t('dns.unset'), detail: t('dns.unsetDetail') },
          { value: 'ClusterFirst', label: 'ClusterFirst', detail: t('dns.clusterFirst') },
          { value: 'Default', label: 'Default', detail: t('dns.default') },
          { value: 'ClusterFirstWithHostNet', label: 'ClusterFirstWithHostNet', detail: t('dns.hostNet') },
          { value: 'None', label: 'None', detail: t('dns.none') },
        ]}
      />
      <TextRows
        name="dns.nameservers"
        label={t('dns.nameservers')}
        addLabel={t('dns.addNameserver')}
        rowLabel={(place) => t('dns.nameserverRow', { place })}
        placeholder="10.6.175.20"
        ordered
        max={maxNameservers}
        maxReason={t('dns.maxNameservers', { max: maxNameservers })}
      />
      <TextRows
        name="dns.searches"
        label={t('dns.searches')}
        addLabel={t('dns.addSearch')}
        rowLabel={(place) => t('dns.searchRow', { place })}
        placeholder="svc.example.com"
        ordered
        max={maxSearches}
        maxReason={t('dns.maxSearches', { max: maxSearches })}
      />
      <KeyValueRows
        name="dns.options"
        label={t('dns.options')}
        help={t('dns.optionsHelp')}
        addLabel={t('dns.addOption')}
        rowLabel={(place) => t('dns.optionRow', { place })}
      />
      <HostAliasRows />
    </Section>
  );
}

function HostAliasRows() {
  const t = useText();
  const name = 'dns.hostAliases';
  const rows = useRows(name);
  return (
    <RowList
      name={name}
      label={t('dns.hostAliases')}
      help={t('dns.hostAliasesHelp')}
      addId={rows.addId}
      addLabel={t('dns.addHostAlias')}
      onAdd={() => rows.add({ ip: '', hostnames: '' })}
    >
      {rows.keys.map((key, row) => (
        <Row
          key={key}
          label={t('dns.hostAliasRow', { place: row + 1 })}
          onRemove={() => rows.remove(row)}
          columns="minmax(0, 2fr) minmax(0, 3fr)"
        >
          <TextField
            name={`${name}.${row}.ip`}
            label={t('dns.address')}
            labelHidden={row > 0}
            mono
            placeholder="10.6.0.10"
          />
          <TextField
            name={`${name}.${row}.hostnames`}
            label={t('dns.hostnames')}
            labelHidden={row > 0}
            mono
            placeholder="db db.internal"
          />
        </Row>
      ))}
    </RowList>
  );
}
