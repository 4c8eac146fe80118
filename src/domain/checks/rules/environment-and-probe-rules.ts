import type { EnvDraft, ProbeDraft } from '../../workload/draft.ts';
import { first } from './container-changes.ts';
import type { Change, RuleTable } from './rule-table.ts';

function env(...rows: EnvDraft[]): Change {
  return first((container) => (container.env = rows));
}

function liveness(more: Partial<ProbeDraft>): Change {
  return first(({ probes }) => Object.assign(probes.liveness, more));
}

export const environmentAndProbeRules = {
  'env.nameRequired': {
    severity: 'error',
    fires: [{ at: 'containers.0.env.0.name', change: env({ source: 'value', name: '', value: 'x' }) }],
    silent: [{ change: env({ source: 'value', name: 'A', value: '' }) }],
  },
  'env.nameSyntax': {
    severity: 'error',
    fires: ['1A', 'A B', 'A=B', '..a', '.'].map((name) => ({
      at: 'containers.0.env.0.name',
      change: env({ source: 'value', name, value: '' }),
    })),
    silent: ['A_1', '_', 'a.b-c', '.a'].map((name) => ({
      change: env({ source: 'value', name, value: '' }),
    })),
  },
  'env.repeated': {
    severity: 'warning',
    fires: [
      {
        at: 'containers.0.env.1.name',
        change: env({ source: 'value', name: 'A', value: '1' }, { source: 'value', name: 'A', value: '2' }),
      },
    ],
    silent: [
      { change: env({ source: 'value', name: 'A', value: '1' }, { source: 'value', name: 'a', value: '2' }) },
    ],
  },
  'env.fieldPath': {
    severity: 'error',
    fires: ['', 'spec.hostname', "metadata.labels['a b']", 'status.podIPs[0]'].map((fieldPath) => ({
      at: 'containers.0.env.0.fieldPath',
      change: env({ source: 'podField', name: 'A', fieldPath }),
    })),
    silent: ['status.podIPs', "metadata.labels['app']", "metadata.annotations['a.b/c']"].map((fieldPath) => ({
      change: env({ source: 'podField', name: 'A', fieldPath }),
    })),
  },
  'env.object': {
    severity: 'error',
    fires: [
      {
        at: 'containers.0.env.0.object',
        params: { kind: 'ConfigMap' },
        change: env({ source: 'configMapKey', name: 'A', object: '', key: 'k' }),
      },
      {
        at: 'containers.0.env.0.object',
        params: { kind: 'Secret' },
        change: env({ source: 'secretKey', name: 'A', object: 'A_b', key: 'k' }),
      },
    ],
    silent: [{ change: env({ source: 'secretKey', name: 'A', object: 'a.b', key: 'k' }) }],
  },
  'env.key': {
    severity: 'error',
    fires: ['', 'a/b', '..'].map((key) => ({
      at: 'containers.0.env.0.key',
      change: env({ source: 'secretKey', name: 'A', object: 'a', key }),
    })),
    silent: [{ change: env({ source: 'secretKey', name: 'A', object: 'a', key: 'tls.crt' }) }],
  },
  'probe.commandRequired': {
    severity: 'error',
    fires: [
      { at: 'containers.0.probes.liveness.command', change: liveness({ method: 'exec', command: [] }) },
      {
        at: 'containers.0.probes.liveness.command',
        change: liveness({ method: 'exec', command: [{ value: '' }] }),
      },
    ],
    silent: [
      { change: liveness({ method: 'exec', command: [{ value: 'true' }] }) },
      { change: liveness({ method: 'tcp', port: '1' }) },
    ],
  },
  'probe.pathRelative': {
    severity: 'warning',
    fires: [
      {
        at: 'containers.0.probes.liveness.path',
        change: liveness({ method: 'http', port: '80', path: 'up' }),
      },
    ],
    silent: [
      { change: liveness({ method: 'http', port: '80', path: '/up' }) },
      { change: liveness({ method: 'http', port: '80', path: '' }) },
      { change: liveness({ method: 'tcp', port: '80', path: 'up' }) },
    ],
  },
  'probe.portRequired': {
    severity: 'error',
    fires: [{ at: 'containers.0.probes.liveness.port', change: liveness({ method: 'tcp' }) }],
    silent: [{ change: liveness({ method: 'none' }) }],
  },
  'probe.portSyntax': {
    severity: 'error',
    fires: ['0', '65536', 'A', '1.5'].map((port) => ({
      at: 'containers.0.probes.liveness.port',
      change: liveness({ method: 'tcp', port }),
    })),
    silent: [{ change: liveness({ method: 'tcp', port: '65535' }) }],
  },
  'probe.portUnknown': {
    severity: 'error',
    fires: [{ at: 'containers.0.probes.liveness.port', change: liveness({ method: 'tcp', port: 'http' }) }],
    silent: [
      {
        change: (draft) => {
          liveness({ method: 'tcp', port: 'http' })(draft);
          draft.containers[0]?.ports.push({ name: 'http', containerPort: '80', protocol: 'TCP' });
        },
      },
    ],
  },
  'probe.successThreshold': {
    severity: 'error',
    fires: [
      {
        at: 'containers.0.probes.liveness.successThreshold',
        change: liveness({ method: 'tcp', port: '1', successThreshold: '2' }),
      },
      {
        at: 'containers.0.probes.startup.successThreshold',
        change: first(({ probes }) =>
          Object.assign(probes.startup, { method: 'tcp', port: '1', successThreshold: '3' }),
        ),
      },
    ],
    silent: [
      { change: liveness({ method: 'tcp', port: '1', successThreshold: '1' }) },
      {
        change: first(({ probes }) =>
          Object.assign(probes.readiness, { method: 'tcp', port: '1', successThreshold: '3' }),
        ),
      },
    ],
  },
  'pullSecret.syntax': {
    severity: 'error',
    fires: [
      {
        at: 'metadata.pullSecrets.0.value',
        change: ({ metadata }) => metadata.pullSecrets.push({ value: 'A' }),
      },
    ],
    silent: ['', 'a', 'a.b-c'].map((value) => ({
      change: ({ metadata }) => metadata.pullSecrets.push({ value }),
    })),
  },
} satisfies RuleTable;
