import { sendTo } from './requests.ts';

export type TokenCheck =
  /** `user` is `''` where the cluster does not tell. */
  | { readonly outcome: 'accepted'; readonly user: string }
  | { readonly outcome: 'refused' }
  /** No cluster has answered. */
  | { readonly outcome: 'unknown'; readonly problem: string };

const review = JSON.stringify({ apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' });

/**
 * Asks the clusters, one after the other until one answers, whose token this is (SelfSubjectReview, Kubernetes 1.28
 * and later). An older cluster answers 404, which says at least that it has let the token in.
 */
export async function checkToken(
  base: string,
  clusters: readonly string[],
  token: string,
): Promise<TokenCheck> {
  let problem = '';
  for (const cluster of clusters) {
    try {
      const response = await sendTo(
        base,
        cluster,
        '/apis/authentication.k8s.io/v1/selfsubjectreviews',
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: review },
        token,
      );
      if (response.status === 401) return { outcome: 'refused' };
      if (response.status < 500)
        return { outcome: 'accepted', user: response.ok ? await userOf(response) : '' };
      problem = `${cluster}: ${response.status} ${response.statusText}`;
    } catch (cause) {
      problem = `${cluster}: ${cause instanceof Error ? cause.message : String(cause)}`;
    }
  }
  return clusters.length === 0 ? { outcome: 'accepted', user: '' } : { outcome: 'unknown', problem };
}

async function userOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => undefined)) as
    { status?: { userInfo?: { username?: unknown } } } | undefined;
  const name = body?.status?.userInfo?.username;
  return typeof name === 'string' ? name : '';
}
