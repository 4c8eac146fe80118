import { selectorLabels } from '../../workload/labels.ts';
import { textAtField, withField } from '../../workload/draft-path.ts';
import { isDnsLabel, isServiceName, integerIn } from '../syntax.ts';
import { fix, type Fixer } from './fix.ts';
import { numberedName, soundName } from './sound-name.ts';

/** The Service finds the Pods by the labels that the Deployment finds them by. */
const selectPods: Fixer = (_, draft) => {
  const labels = selectorLabels(draft);
  if (labels.length === 0) return undefined;
  return fix(
    'podLabels',
    withField(
      draft,
      'service.selector',
      labels.map((label) => ({ ...label })),
    ),
  );
};

const clearField: Fixer = ({ path }, draft) => fix('clear', withField(draft, path, ''));

/** Fixes of step 3. */
export const serviceFixes = {
  'service.nameSyntax': ({ path }, draft) => {
    const name = soundName(textAtField(draft, path)).replace(/^[0-9-]+/, '');
    return isServiceName(name) ? fix('rename', withField(draft, path, name), { name }) : undefined;
  },
  'service.selectorRequired': selectPods,
  'service.selectorMisses': selectPods,
  'service.portsRequired': (_, draft) => {
    const ports = draft.containers.flatMap((container) => container.ports);
    const sound = ports.length > 0 && ports.every(({ containerPort }) => integerIn(containerPort, 1, 65_535));
    if (!sound || (ports.length > 1 && ports.some(({ name }) => name === ''))) return undefined;
    const rows = ports.map(({ name, protocol, containerPort }) => ({
      name,
      protocol,
      port: containerPort,
      targetPort: containerPort,
      nodePort: '',
    }));
    return fix('containerPorts', withField(draft, 'service.ports', rows));
  },
  'service.portName': ({ path }, draft) => {
    const name = soundName(textAtField(draft, path));
    return isDnsLabel(name) ? fix('rename', withField(draft, path, name), { name }) : undefined;
  },
  'service.portNameRequired': ({ path }, draft) => {
    const taken = draft.service.ports.map(({ name }) => name);
    const port = textAtField(draft, path.replace(/name$/, 'port'));
    const wanted = integerIn(port, 1, 65_535) ? `port-${port}` : 'port';
    const name = taken.includes(wanted) ? numberedName(wanted, taken) : wanted;
    return fix('rename', withField(draft, path, name), { name });
  },
  'service.portNameRepeated': ({ path }, draft) => {
    const taken = draft.service.ports.map(({ name }) => name);
    const name = numberedName(textAtField(draft, path), taken);
    return fix('rename', withField(draft, path, name), { name });
  },
  'service.nodePortRange': clearField,
  'service.nodePortRepeated': clearField,
} satisfies Partial<Record<string, Fixer>>;
