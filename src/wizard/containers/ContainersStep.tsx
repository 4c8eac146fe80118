import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { emptyContainer } from '../../domain/workload/new-draft.ts';
import type { ContainerDraft, Draft } from '../../domain/workload/draft.ts';
import { useText } from '../../i18n/useText.ts';
import { TabBar, TabPanel } from '../../ui/TabBar.tsx';
import { StepHeading } from '../frame/StepHeading.tsx';
import { TabLabel } from '../frame/TabLabel.tsx';
import { useWizard } from '../frame/wizard-context.ts';
import { ContainerPanel } from './ContainerPanel.tsx';
import { copyName } from './copy-name.ts';
import { PullSecrets } from './PullSecrets.tsx';

/** Step 2: the containers of the Pod, one tab each. There is always at least one. */
export function ContainersStep() {
  const t = useText();
  const { place, go, jump, errorsUnder } = useWizard();
  const { getValues } = useFormContext<Draft>();
  const { fields, insert, remove } = useFieldArray<Draft, 'containers'>({ name: 'containers' });
  const wanted = place.step === 'containers' ? place.container : 0;
  const active = Math.min(wanted, fields.length - 1);
  const key = fields[active]?.id ?? '';
  const id = useId();
  const open = (container: number) => go({ step: 'containers', container });
  const add = (container: ContainerDraft, index: number) => {
    insert(index, container, { shouldFocus: false });
    jump(`containers.${index}.name`);
  };
  const duplicate = () => {
    const all = getValues('containers');
    const original = all[active] ?? emptyContainer();
    const taken = all.map((container) => container.name);
    add({ ...structuredClone(original), name: copyName(original.name, taken) }, active + 1);
  };
  const removeActive = () => {
    remove(active);
    open(Math.max(0, active - 1));
  };
  return (
    <>
      <StepHeading title={t('step.containers')} detail={t('containers.detail')} />
      <TabBar
        id={id}
        label={t('step.containers')}
        tabs={fields.map((field, index) => ({
          key: field.id,
          label: <ContainerTabLabel index={index} errors={errorsUnder(`containers.${index}.`)} />,
        }))}
        active={key}
        onPick={(picked) => open(fields.findIndex((field) => field.id === picked))}
        action={
          <Button
            type="link"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => add(emptyContainer(), fields.length)}
          >
            {t('containers.add')}
          </Button>
        }
      />
      <TabPanel id={id} active={key}>
        <ContainerPanel
          key={key}
          index={active}
          onDuplicate={duplicate}
          onRemove={fields.length > 1 ? removeActive : undefined}
        />
      </TabPanel>
      <PullSecrets />
    </>
  );
}

/** Watches only the name, so that typing elsewhere in a container leaves the tabs alone. */
function ContainerTabLabel({ index, errors }: { index: number; errors: number }) {
  const t = useText();
  const name = useWatch<Draft, `containers.${number}.name`>({ name: `containers.${index}.name` });
  return <TabLabel text={name || t('containers.unnamed', { place: index + 1 })} errors={errors} />;
}
