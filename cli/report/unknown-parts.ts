import type { Knowledge } from '../../src/domain/cluster-view.ts';
import type { ViewPartName } from '../../src/cluster/view-parts.ts';
import { type ClusterFacts, partNames } from '../cluster/cluster-facts.ts';
import type { Say } from '../texts.ts';

/** The parts of the cluster that are not known, in the order of the table. */
export function unknownParts({ view }: ClusterFacts): readonly ViewPartName[] {
  return partNames.filter((name) => view[name].state !== 'known');
}

/** One sentence for each thing that is not known, and why. */
export function unknownNotes(facts: ClusterFacts, say: Say): readonly string[] {
  if (facts.source === 'none') return [say('unknown.cluster')];
  const parts = unknownParts(facts).map((name) => partNote(name, facts.view[name], say));
  const assumed = facts.view.settings.source === 'assumed';
  return assumed ? [...parts, settingsNote(facts.configMap, say)] : parts;
}

/** Why the settings are assumed. */
function settingsNote(configMap: Knowledge<object>, say: Say): string {
  switch (configMap.state) {
    case 'forbidden':
      return say('unknown.settingsForbidden');
    case 'unknown':
      return say('unknown.settingsFailed', { problem: configMap.problem });
    case 'known':
      return say('unknown.settingsBroken');
    case 'absent':
    case 'loading':
      return say('unknown.settings');
  }
}

function partNote(name: ViewPartName, knowledge: Knowledge<unknown>, say: Say): string {
  const part = say(`part.${name}`);
  switch (knowledge.state) {
    case 'forbidden':
      return say('unknown.forbidden', { part });
    case 'absent':
      return say('unknown.absent', { part });
    case 'unknown':
      return knowledge.problem === ''
        ? say('unknown.snapshot', { part })
        : say('unknown.failed', { part, problem: knowledge.problem });
    case 'known':
    case 'loading':
      return part;
  }
}
