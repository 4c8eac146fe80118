import { askVersion } from './ask-version.ts';
import type { OfferedCluster } from './offered-clusters.ts';
import { ConnectionFailure } from './problem.ts';
import { terminalLine } from './terminal-line.ts';

/**
 * Says of each cluster whether it can be used, as soon as it is known. Of one that cannot, its news tell.
 *
 * @param tell gets a line for the terminal.
 */
export async function tellVersions(
  clusters: readonly OfferedCluster[],
  tell: (line: string) => void,
): Promise<void> {
  await Promise.all(
    clusters.map(async ({ title, connection, news }) => {
      try {
        tell(terminalLine(`${title}: ${await askVersion(connection)}`));
      } catch (error) {
        if (!(error instanceof ConnectionFailure)) throw error;
        news.fails(error.problem);
      }
    }),
  );
}
