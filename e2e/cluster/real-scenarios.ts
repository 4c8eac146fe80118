import { scenarios } from '../../mocks/scenarios/scenarios.ts';
import type { ScenarioName } from '../../mocks/scenarios/scenario.ts';

/** Why a scenario is for the simulated cluster alone. */
const NOT_REAL: Partial<Record<ScenarioName, string>> = {
  hostile: 'it has what no webhook lets in, and pools whose addresses the controller would count one by one',
  crowded: 'its 5,000 Pods are put there as they are, which an API server does not do',
};

type ScenarioChoice = { ok: true; name: ScenarioName } | { ok: false; problem: string };

/** The scenario of this name, where a real control plane can have it. */
export function chooseScenario(name: string): ScenarioChoice {
  if (!Object.hasOwn(scenarios, name)) return { ok: false, problem: `there is no scenario "${name}"` };
  const known = name as ScenarioName;
  const why = NOT_REAL[known];
  if (why !== undefined) return { ok: false, problem: `scenario "${name}" is only simulated: ${why}` };
  return { ok: true, name: known };
}

/** The names to choose from. */
export const realScenarioNames = Object.keys(scenarios).filter((name) => chooseScenario(name).ok);
