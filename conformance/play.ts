import { predict } from '../src/domain/prediction/predict.ts';
import type { Prediction } from '../src/domain/prediction/prediction.ts';
import { writeDraft } from '../src/domain/workload/draft-document.ts';
import { toObject } from '../src/domain/workload/manifest-document.ts';
import type { ConformanceCase } from './conformance-case.ts';
import type { OpenCluster } from './conformance-cluster.ts';
import { disagreements } from './compare.ts';
import { viewOf } from './known-view.ts';
import { isSettled, readOutcome } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** A case that was played: what was said before, what came of it, and where the two differ. */
export interface Played {
  readonly prediction: Prediction;
  readonly outcome: Outcome;
  readonly problems: readonly string[];
}

/** Plays one case in a cluster of its own. */
export async function play(
  { settings, objects, deleted, draft, chance }: ConformanceCase,
  open: OpenCluster,
): Promise<Played> {
  const cluster = await open(settings, chance);
  try {
    await cluster.fill(objects, deleted);
    const prediction = predict(draft, await viewOf(cluster));
    for (const document of writeDraft([], draft)) await cluster.submit(toObject(document));
    const wanted = Number(draft.basics.replicas);
    const settled = await cluster.settle(() => isSettled(cluster, wanted));
    const outcome = await readOutcome(cluster);
    const problems =
      prediction.kind === 'unknown'
        ? [`nothing is predicted for want of ${prediction.because.join(', ')}`]
        : disagreements(prediction, outcome);
    return {
      prediction,
      outcome,
      problems: settled ? problems : ['it never comes to rest', ...problems],
    };
  } finally {
    await cluster.close();
  }
}
