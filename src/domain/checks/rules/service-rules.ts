import type { ServiceDraft, ServicePortDraft } from '../../workload/draft.ts';
import type { Change, RuleTable } from './rule-table.ts';

const port: ServicePortDraft = {
  name: 'http',
  protocol: 'TCP',
  port: '80',
  targetPort: '8080',
  nodePort: '',
};

/** A Service without findings, with anything changed. */
function service(more: Partial<ServiceDraft> = {}): Change {
  return (draft) =>
    Object.assign(draft.service, {
      enabled: true,
      name: 'web-svc',
      selector: [{ key: 'app', value: 'web' }],
      ports: [port],
      ...more,
    });
}

export const serviceRules = {
  'service.nameRequired': {
    severity: 'error',
    fires: [{ at: 'service.name', change: service({ name: '' }) }],
    silent: [{ change: service() }, { change: service({ name: '', enabled: false }) }],
  },
  'service.nameSyntax': {
    severity: 'error',
    fires: ['web', '1web', 'Web1', 'web-', 'a'.repeat(64)].map((name) => ({
      at: 'service.name',
      change: service({ name }),
    })),
    silent: ['web1', 'a--b', 'a'.repeat(63)].map((name) => ({ change: service({ name }) })),
  },
  'service.externalName': {
    severity: 'error',
    fires: ['', 'A.b', 'a b'].map((externalName) => ({
      at: 'service.externalName',
      change: service({ access: 'ExternalName', externalName }),
    })),
    silent: [
      { change: service({ access: 'ExternalName', externalName: 'db.example.com.' }) },
      { change: service({ externalName: 'A' }) },
    ],
  },
  'service.selectorRequired': {
    severity: 'error',
    fires: [
      { at: 'service.selector', change: service({ selector: [] }) },
      { at: 'service.selector', change: service({ access: 'Headless', selector: [{ key: '', value: '' }] }) },
    ],
    silent: [{ change: service() }, { change: service({ access: 'ExternalName', selector: [] }) }],
  },
  'service.selectorMisses': {
    severity: 'warning',
    fires: [
      { at: 'service.selector.0.value', change: service({ selector: [{ key: 'app', value: 'other' }] }) },
      {
        at: 'service.selector.1.value',
        change: service({
          selector: [
            { key: 'app', value: 'web' },
            { key: 'tier', value: 'x' },
          ],
        }),
      },
    ],
    silent: [
      { change: service() },
      {
        change: (draft) => {
          service({ selector: [{ key: 'tier', value: 'x' }] })(draft);
          draft.metadata.podLabels.push({ key: 'tier', value: 'x' });
        },
      },
    ],
  },
  'service.portsRequired': {
    severity: 'error',
    fires: [
      { at: 'service.ports', change: service({ ports: [] }) },
      {
        at: 'service.ports',
        change: (draft) => {
          service({ ports: [] })(draft);
          draft.containers[0]?.ports.push({ name: 'http', containerPort: '8080', protocol: 'TCP' });
        },
      },
    ],
    silent: [
      { change: service({ ports: [], access: 'Headless' }) },
      { change: service({ ports: [], access: 'ExternalName' }) },
    ],
  },
  'service.portName': {
    severity: 'error',
    fires: [{ at: 'service.ports.0.name', change: service({ ports: [{ ...port, name: 'A' }] }) }],
    silent: [{ change: service({ ports: [{ ...port, name: '' }] }) }],
  },
  'service.portNameRequired': {
    severity: 'error',
    fires: [
      { at: 'service.ports.1.name', change: service({ ports: [port, { ...port, name: '', port: '81' }] }) },
    ],
    silent: [{ change: service({ ports: [{ ...port, name: '' }] }) }],
  },
  'service.portNameRepeated': {
    severity: 'error',
    fires: [{ at: 'service.ports.1.name', change: service({ ports: [port, { ...port, port: '81' }] }) }],
    silent: [{ change: service({ ports: [port, { ...port, name: 'b', port: '81' }] }) }],
  },
  'service.portRepeated': {
    severity: 'error',
    fires: [{ at: 'service.ports.1.port', change: service({ ports: [port, { ...port, name: 'b' }] }) }],
    silent: [{ change: service({ ports: [port, { ...port, name: 'b', protocol: 'UDP' }] }) }],
  },
  'service.targetPort': {
    severity: 'error',
    fires: ['0', 'A', 'a--b'].map((targetPort) => ({
      at: 'service.ports.0.targetPort',
      change: service({ ports: [{ ...port, targetPort }] }),
    })),
    silent: ['', '1', 'http'].map((targetPort) => ({
      change: service({ ports: [{ ...port, targetPort }] }),
    })),
  },
  'service.targetPortUnknown': {
    severity: 'warning',
    fires: [
      { at: 'service.ports.0.targetPort', change: service({ ports: [{ ...port, targetPort: 'http' }] }) },
    ],
    silent: [
      {
        change: (draft) => {
          service({ ports: [{ ...port, targetPort: 'http' }] })(draft);
          draft.containers[0]?.ports.push({ name: 'http', containerPort: '80', protocol: 'TCP' });
        },
      },
    ],
  },
  'service.nodePortRange': {
    severity: 'warning',
    fires: [
      {
        at: 'service.ports.0.nodePort',
        change: service({ access: 'NodePort', ports: [{ ...port, nodePort: '80' }] }),
      },
    ],
    silent: [
      { change: service({ access: 'LoadBalancer', ports: [{ ...port, nodePort: '30000' }] }) },
      { change: service({ access: 'NodePort' }) },
      { change: service({ ports: [{ ...port, nodePort: '80' }] }) },
    ],
  },
  'service.nodePortRepeated': {
    severity: 'error',
    fires: [
      {
        at: 'service.ports.1.nodePort',
        change: service({
          access: 'NodePort',
          ports: [
            { ...port, nodePort: '30001' },
            { ...port, name: 'b', port: '81', nodePort: '30001' },
          ],
        }),
      },
    ],
    silent: [{ change: service({ access: 'NodePort', ports: [port, { ...port, name: 'b', port: '81' }] }) }],
  },
} satisfies RuleTable;
