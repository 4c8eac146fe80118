import { isImageReference } from '../workload/image-reference.ts';
import type { ContainerDraft, Draft } from '../workload/draft.ts';
import type { Finding } from './finding.ts';
import { repeatedIndexes } from './repeated.ts';
import { error, warning, when } from './report.ts';
import { isDnsLabel } from './syntax.ts';

/** `containers[].name`: a DNS label, unique in the Pod (`ValidateContainers`). */
export function checkContainerNames({ containers }: Draft): readonly Finding[] {
  const syntax = containers.flatMap(({ name }, index) => {
    const path = `containers.${index}.name`;
    if (name === '') return [error('container.nameRequired', path)];
    return when(!isDnsLabel(name), error('container.nameSyntax', path));
  });
  const repeated = repeatedIndexes(containers.map(({ name }) => name)).map((index) =>
    error('container.nameRepeated', `containers.${index}.name`, { name: containers[index]?.name ?? '' }),
  );
  return [...syntax, ...repeated];
}

/** `containers[].image`: required by the API; a reference that the runtime can read (kubelet `InvalidImageName`). */
export function checkImages({ containers }: Draft): readonly Finding[] {
  return containers.flatMap(({ image }, index) => {
    const path = `containers.${index}.image`;
    if (image === '') return [error('container.imageRequired', path)];
    return when(!isImageReference(image), error('container.imageSyntax', path));
  });
}

/** An empty argument is one that the program receives. */
export function checkArguments({ containers }: Draft): readonly Finding[] {
  return containers.flatMap((container, index) =>
    argumentLists(container).flatMap(([key, rows]) =>
      rows.flatMap(({ value }, row) =>
        when(value === '', warning('container.argumentEmpty', `containers.${index}.${key}.${row}.value`)),
      ),
    ),
  );
}

function argumentLists(container: ContainerDraft): readonly [string, ContainerDraft['args']][] {
  return [
    ['command', container.command],
    ['args', container.args],
  ];
}
