import { ApiError } from '../api/api-client.ts';

/**
 * Whether a complaint of the stand-in is the one that every run makes: a script is over and its namespace is deleted while
 * the stand-in still writes about its Pods.
 */
export function isOfEndingNamespace(problem: unknown): boolean {
  if (!(problem instanceof ApiError)) return false;
  const { code, message } = problem;
  return (
    (code === 403 && /in namespace x-\S+ because it is being terminated$/.test(message)) ||
    (code === 404 && /^namespaces "x-\S+" not found$/.test(message))
  );
}
