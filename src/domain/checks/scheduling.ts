import { known } from '../cluster-view.ts';
import { candidateNodes } from '../node-facts.ts';
import type { Draft, TolerationDraft } from '../workload/draft.ts';
import type { CheckContext } from './check-context.ts';
import type { Finding } from './finding.ts';
import { checkInteger } from './integer.ts';
import { checkLabelRows } from './key-values.ts';
import { error, warning, when } from './report.ts';
import { isLabelValue, isQualifiedName } from './syntax.ts';

/** `nodeSelector`: labels. */
export function checkNodeSelector({ scheduling }: Draft): readonly Finding[] {
  return checkLabelRows(scheduling.nodeSelector, 'scheduling.nodeSelector');
}

/** Some node that takes Pods has every label of the node selector; else they stay Pending. */
export function checkNodes({ scheduling }: Draft, { view, pod }: CheckContext): readonly Finding[] {
  const nodes = known(view.nodes);
  const asked = Object.keys(pod.nodeSelector).length > 0;
  if (nodes === undefined || !asked || candidateNodes(nodes, pod.nodeSelector, pod.tolerations).length > 0)
    return [];
  const first = scheduling.nodeSelector.findIndex(({ key }) => key !== '');
  return [warning('scheduling.noNode', `scheduling.nodeSelector.${first}.key`)];
}

/** `tolerations` (`ValidateTolerations`). */
export function checkTolerations({ scheduling }: Draft): readonly Finding[] {
  return scheduling.tolerations.flatMap((row, index) =>
    checkToleration(row, `scheduling.tolerations.${index}`),
  );
}

function checkToleration(row: TolerationDraft, path: string): readonly Finding[] {
  const { key, operator, value, effect, tolerationSeconds } = row;
  const badValue = operator === 'Equal' && !isLabelValue(value);
  return [
    ...when(key === '' && operator === 'Equal', error('toleration.keyRequired', `${path}.key`)),
    ...when(key !== '' && !isQualifiedName(key), error('toleration.keySyntax', `${path}.key`)),
    ...when(operator === 'Exists' && value !== '', error('toleration.valueWithExists', `${path}.value`)),
    ...when(badValue, error('label.valueSyntax', `${path}.value`)),
    ...when(
      tolerationSeconds !== '' && effect !== 'NoExecute',
      error('toleration.secondsEffect', `${path}.tolerationSeconds`),
    ),
    ...checkInteger(tolerationSeconds, `${path}.tolerationSeconds`, {
      field: 'tolerationSeconds',
      min: 0,
      max: Number.MAX_SAFE_INTEGER,
    }),
  ];
}
