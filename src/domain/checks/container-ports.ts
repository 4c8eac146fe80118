import type { Draft } from '../workload/draft.ts';
import type { Finding } from './finding.ts';
import { checkInteger } from './integer.ts';
import { repeatedIndexes } from './repeated.ts';
import { error, warning, when } from './report.ts';
import { isPortName } from './syntax.ts';

/** `containers[].ports`: 1 to 65535; names by IANA's rule and unique in the container (`validateContainerPorts`). */
export function checkContainerPorts({ containers }: Draft): readonly Finding[] {
  return containers.flatMap(({ ports }, container) => {
    const path = (row: number): string => `containers.${container}.ports.${row}`;
    const repeated = repeatedIndexes(ports.map(({ name }) => name));
    return [
      ...ports.flatMap(({ name, containerPort }, row) => [
        ...when(name !== '' && !isPortName(name), error('port.nameSyntax', `${path(row)}.name`)),
        ...checkInteger(containerPort, `${path(row)}.containerPort`, {
          field: 'containerPort',
          min: 1,
          max: 65_535,
          required: true,
        }),
      ]),
      ...repeated.map((row) =>
        error('port.nameRepeated', `${path(row)}.name`, { name: ports[row]?.name ?? '' }),
      ),
    ];
  });
}

/** Containers of a Pod share its addresses: the second to listen on a port fails to start. */
export function checkPortClashes({ containers }: Draft): readonly Finding[] {
  const ports = containers.flatMap(({ ports }, container) =>
    ports.map(({ containerPort, protocol }, row) => ({
      key: containerPort === '' ? '' : `${containerPort}/${protocol}`,
      path: `containers.${container}.ports.${row}.containerPort`,
    })),
  );
  return repeatedIndexes(ports.map(({ key }) => key)).flatMap((index) => {
    const port = ports[index];
    return port === undefined ? [] : [warning('port.clash', port.path, { port: port.key })];
  });
}
