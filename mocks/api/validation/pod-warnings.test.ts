import { expect, it } from 'vitest';
import { podWarnings } from './pod-warnings.ts';

const container = (rest: object) => ({ name: 'web', image: 'nginx', ...rest });

it.each([
  [
    'a port that comes twice',
    {
      containers: [
        container({ ports: [{ containerPort: 80 }, { containerPort: 81 }, { containerPort: 80 }] }),
      ],
    },
    'spec.containers[0].ports[2]: duplicate port definition with spec.containers[0].ports[0]',
  ],
  [
    'a variable that hides another',
    { containers: [container({}), container({ env: [{ name: 'A' }, { name: 'A' }] })] },
    'spec.containers[1].env[1]: hides previous definition of "A", which may be dropped when using apply',
  ],
  [
    'a pull secret without a name',
    { containers: [], imagePullSecrets: [{ name: 'key' }, {}] },
    'spec.imagePullSecrets[1].name: invalid empty name ""',
  ],
])('warns of %s', (_, spec, text) => {
  expect(podWarnings(spec, 'spec')).toEqual([text]);
});

it('a port of another protocol is another port', () => {
  const ports = [
    { containerPort: 53, protocol: 'TCP' },
    { containerPort: 53, protocol: 'UDP' },
  ];
  expect(podWarnings({ containers: [container({ ports })] }, 'spec')).toEqual([]);
});
