import { describe, expect, it } from 'vitest';
import { steps } from '../../domain/checks/steps.ts';
import {
  firstPlaceOf,
  placeOfPath,
  readFocus,
  readPlace,
  sectionKeys,
  writePlace,
  type Place,
} from './place.ts';

const allPlaces: Place[] = [
  ...steps.map(firstPlaceOf),
  ...sectionKeys.map((section): Place => ({ step: 'advanced', section })),
  { step: 'advanced', section: 'nics' },
  { step: 'containers', container: 3 },
];

describe('a place in the URL', () => {
  it.each(allPlaces)('%o is read as it was written, and the namespace stays', (place) => {
    const search = writePlace(new URLSearchParams('namespace=team-a&container=9&section=upgrade'), place);
    expect(readPlace(search)).toEqual(place);
    expect(search.get('namespace')).toBe('team-a');
  });

  it.each([
    ['', { step: 'basics' }],
    ['step=nowhere', { step: 'basics' }],
    ['step=containers&container=x', { step: 'containers', container: 0 }],
    ['step=containers&container=0', { step: 'containers', container: 0 }],
    ['step=advanced&section=nowhere', { step: 'advanced', section: 'network' }],
    ['focus=network.nics.0.pools.ipv4', { step: 'advanced', section: 'nics' }],
    ['focus=scheduling.nodeSelector', { step: 'advanced', section: 'scheduling' }],
    ['focus=nowhere', { step: 'advanced', section: 'metadata' }],
    ['step=service&focus=basics.name', { step: 'service' }],
  ])('%j opens %o', (search, place) => {
    expect(readPlace(new URLSearchParams(search))).toEqual(place);
  });
});

describe('the field in the URL', () => {
  it('is gone once somebody goes elsewhere', () => {
    const search = new URLSearchParams('focus=basics.name&from=default/web');
    expect(readFocus(search)).toBe('basics.name');
    const next = writePlace(search, { step: 'service' });
    expect(readFocus(next)).toBeUndefined();
    expect(next.get('from')).toBe('default/web');
  });
});

describe('placeOfPath', () => {
  it.each([
    ['basics.name', { step: 'basics' }],
    ['containers.2.image', { step: 'containers', container: 2 }],
    ['containers', { step: 'containers', container: 0 }],
    ['metadata.pullSecrets.0.value', { step: 'containers', container: 0 }],
    ['service.ports.0.port', { step: 'service' }],
    ['network.nics.0.pools.ipv4', { step: 'advanced', section: 'nics' }],
    ['dns.nameservers.0.value', { step: 'advanced', section: 'network' }],
    ['upgrade.maxSurge', { step: 'advanced', section: 'upgrade' }],
    ['scheduling.tolerations.0.key', { step: 'advanced', section: 'scheduling' }],
    ['metadata.podLabels.0.key', { step: 'advanced', section: 'metadata' }],
    ['basics', { step: 'basics' }],
    ['metadata.labels.0.key', { step: 'advanced', section: 'metadata' }],
  ])('%s is in %o', (path, place) => {
    expect(placeOfPath(path)).toEqual(place);
  });
});
