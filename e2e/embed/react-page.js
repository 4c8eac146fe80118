/**
 * A React page of somebody else, without a build: its own React, its own React Hook Form, and in that form the NIC step as one
 * field among others.
 */
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Controller, useForm } from 'react-hook-form';
import { createHost } from './host.js';
import { fromNetworkDraft, newNetwork, NicStepField } from './plugin/podnic-react.js';

const cluster = new URLSearchParams(location.search).get('cluster');
const host = createHost(cluster, 'en-US', 'light');
const workload = { name: 'theirs', namespace: 'default', replicas: '2' };

function TheirForm() {
  const { control, register, handleSubmit } = useForm({ defaultValues: { team: '', network: newNetwork() } });
  const [errors, setErrors] = useState(0);
  const [saved, setSaved] = useState();
  const save = ({ team, network }) => setSaved({ team, annotations: fromNetworkDraft(network) });
  const nicStep = ({ field }) =>
    h(NicStepField, {
      host,
      cluster,
      value: field.value,
      onChange: field.onChange,
      workload,
      onFindings: (findings) => setErrors(findings.filter(({ severity }) => severity === 'error').length),
    });
  return h(
    'form',
    { onSubmit: handleSubmit(save) },
    h('label', null, 'Team ', h('input', register('team'))),
    h(Controller, { name: 'network', control, rules: { validate: () => errors === 0 }, render: nicStep }),
    h('button', { type: 'submit' }, 'Save'),
    h('output', { 'aria-label': 'Errors' }, errors),
    saved && h('output', { 'aria-label': 'Saved' }, JSON.stringify(saved)),
  );
}

const root = createRoot(document.getElementById('app'));
root.render(h(TheirForm));

window.embedded = { close: () => root.unmount() };
