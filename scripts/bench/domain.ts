import { performance } from 'node:perf_hooks';
import { emptyContainer, newDraft } from '../../src/domain/workload/new-draft.ts';
import { newDocument } from '../../src/domain/workload/manifest-document.ts';
import { addNic } from '../../src/domain/spiderpool/nic-actions.ts';
import { writeDraft } from '../../src/domain/workload/draft-document.ts';
import type { Draft } from '../../src/domain/workload/draft.ts';
import { percentile, type Measure } from './statistics.ts';

/** A workload with ten added NICs, each on an attachment and subnets of its own. */
function tenNics(): Draft {
  const draft = newDraft({ namespace: 'default' });
  let { network } = draft;
  for (let index = 0; index < 10; index += 1) network = addNic(network);
  const nics = network.nics.map((nic, index) => ({
    ...nic,
    attachment: `kube-system/macvlan-${index}`,
    subnets: { ipv4: `subnet-${index}`, ipv6: `subnet6-${index}` },
  }));
  return {
    ...draft,
    basics: { ...draft.basics, name: 'web', replicas: '3' },
    containers: [{ ...emptyContainer(), name: 'web', image: 'nginx:1.27' }],
    network: { ...network, nics },
  };
}

/** One field changes and the document follows, as at each keystroke. */
export function measureWriteDraft(): Measure {
  const draft = tenNics();
  let documents = writeDraft([newDocument()], draft);
  const figures: number[] = [];
  for (let round = 0; round < 600; round += 1) {
    const next = { ...draft, basics: { ...draft.basics, name: `web-${round}` } };
    const started = performance.now();
    documents = writeDraft(documents, next);
    if (round >= 100) figures.push(performance.now() - started);
  }
  return {
    what: 'writeDraft, 10 NICs',
    figure: percentile(figures, 50),
    unit: 'ms',
    limit: 1,
    how: 'median of 500, name changed',
  };
}
