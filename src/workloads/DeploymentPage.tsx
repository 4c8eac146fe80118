import { Badge, Button, Skeleton, Tabs } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { paths, type DeploymentTab } from '../host/paths.ts';
import { useText } from '../i18n/useText.ts';
import { ApiErrorNote } from '../ui/ApiErrorNote.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListStateSign } from '../ui/ListStateSign.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { DeploymentDialog, type DeploymentAction } from './actions/DeploymentDialog.tsx';
import { useActionReasons } from './actions/useActionReasons.ts';
import styles from './DeploymentPage.module.css';
import { DeploymentStatusText } from './DeploymentStatusText.tsx';
import { imagesOf, summarizeDeployment } from './deployment-status.ts';
import { EventsTab } from './events/EventsTab.tsx';
import { NetworkTab } from './network/NetworkTab.tsx';
import { PodsTab } from './pods/PodsTab.tsx';
import { namespaceOf, type StoredDeployment } from './stored-deployment.ts';
import { TopologyTab } from './topology/TopologyTab.tsx';
import { useWorkload, type Workload } from './useWorkload.ts';
import { YamlTab } from './YamlTab.tsx';

interface DeploymentPageProps {
  cluster: string;
  namespace: string;
  name: string;
}

/** One Deployment: its status, its Pods with an address for each NIC, its pools, events and YAML. */
export function DeploymentPage({ cluster, namespace, name }: DeploymentPageProps) {
  const t = useText();
  const workload = useWorkload(cluster, namespace, name);
  const { deployment, state } = workload;
  if (deployment !== undefined) {
    return <FoundDeployment cluster={cluster} deployment={deployment} workload={workload} />;
  }
  if (state.phase === 'listing') return <Skeleton active className={styles['skeleton'] ?? ''} />;
  if (state.phase === 'forbidden' || state.phase === 'failed') return <ApiErrorNote error={state.error} />;
  return (
    <EmptyState title={t('deployment.missing', { name, namespace })} hint={t('deployment.missing.hint')}>
      <Link to={paths.deployments(cluster, namespace)}>{t('deployment.toList')}</Link>
    </EmptyState>
  );
}

interface FoundDeploymentProps {
  cluster: string;
  deployment: StoredDeployment;
  workload: Workload;
}

function FoundDeployment({ cluster, deployment, workload }: FoundDeploymentProps) {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const warnings = workload.events.filter(({ warning }) => warning).length;
  const tab = readTab(search.get('tab'));
  const openTab = (key: string) =>
    setSearch(
      (current) =>
        new URLSearchParams([...current].filter(([name]) => name !== 'tab').concat([['tab', key]])),
      {
        replace: true,
      },
    );
  return (
    <article className={styles['page']} aria-labelledby="deployment-title">
      <DeploymentHeader cluster={cluster} deployment={deployment} workload={workload} />
      <Tabs
        className={styles['tabs'] ?? ''}
        activeKey={tab}
        onChange={openTab}
        destroyOnHidden
        items={[
          { key: 'pods', label: t('tab.pods'), children: <PodsTab cluster={cluster} workload={workload} /> },
          {
            key: 'network',
            label: t('tab.network'),
            children: <NetworkTab cluster={cluster} deployment={deployment} workload={workload} />,
          },
          {
            key: 'topology',
            label: t('tab.topology'),
            children: <TopologyTab cluster={cluster} deployment={deployment} workload={workload} />,
          },
          {
            key: 'events',
            label: (
              <>
                {t('tab.events')} <Badge count={warnings} size="small" overflowCount={99} />
              </>
            ),
            children: <EventsTab events={workload.events} state={workload.eventsState} />,
          },
          { key: 'yaml', label: t('tab.yaml'), children: <YamlTab cluster={cluster} object={deployment} /> },
        ]}
      />
    </article>
  );
}

function DeploymentHeader({ cluster, deployment, workload }: FoundDeploymentProps) {
  const t = useText();
  const navigate = useNavigate();
  const reasons = useActionReasons(cluster, deployment);
  const [action, setAction] = useState<DeploymentAction>();
  const summary = summarizeDeployment(deployment);
  const namespace = namespaceOf(deployment);
  const { name, annotations, creationTimestamp } = deployment.metadata;
  const description = annotations?.['podnic.io/description'];

  const button = (key: DeploymentAction, danger = false) => (
    <Button
      danger={danger}
      disabled={reasons[key] !== undefined}
      title={reasons[key] ?? ''}
      onClick={() => setAction(key)}
    >
      {t(`action.${key}`)}
    </Button>
  );
  return (
    <header className={styles['header']}>
      <div className={styles['titles']}>
        <div className={styles['titleLine']}>
          <h1 id="deployment-title">{name}</h1>
          <DeploymentStatusText status={summary.status} />
          <strong>{t('ready.of', { ready: summary.ready, desired: summary.desired })}</strong>
          <ListStateSign state={workload.podsState} />
        </div>
        <p className={styles['second']}>
          {namespace} · {imagesOf(deployment).join(', ')} · {t('deployment.created')}{' '}
          <RelativeTime at={creationTimestamp} />
        </p>
        {description !== undefined && description !== '' && (
          <p className={styles['description']}>{description}</p>
        )}
      </div>
      <div className={styles['actions']}>
        <Button onClick={() => void navigate(paths.copyDeployment(cluster, namespace, name))}>
          {t('action.copy')}
        </Button>
        {button('scale')}
        {button('restart')}
        {button('delete', true)}
      </div>
      {action !== undefined && (
        <DeploymentDialog
          action={action}
          cluster={cluster}
          deployment={deployment}
          onClose={(done) => {
            setAction(undefined);
            if (done && action === 'delete') void navigate(paths.deployments(cluster, namespace));
          }}
        />
      )}
    </header>
  );
}

const tabs: readonly DeploymentTab[] = ['pods', 'network', 'topology', 'events', 'yaml'];

function readTab(text: string | null): DeploymentTab {
  return tabs.find((tab) => tab === text) ?? 'pods';
}
