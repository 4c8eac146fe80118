import type { ApiClient } from './api-client.ts';

/** What an API server says of one group in the version that it prefers. */
export interface DiscoveredGroup {
  /** `/api/v1`, `/apis/apps/v1` */
  base: string;
  /** `v1`, `apps/v1` */
  groupVersion: string;
  /** With their subresources: `pods/log`. */
  resources: readonly { name: string; verbs: readonly string[] }[];
}

/** Every resource that is served. @throws ApiError */
export async function discover(client: ApiClient): Promise<readonly DiscoveredGroup[]> {
  const { groups } = (await client.get('/apis')) as {
    groups: { preferredVersion: { groupVersion: string } }[];
  };
  const bases = ['/api/v1', ...groups.map((group) => `/apis/${group.preferredVersion.groupVersion}`)];
  return Promise.all(
    bases.map(async (base) => ({ ...((await client.get(base)) as Omit<DiscoveredGroup, 'base'>), base })),
  );
}
