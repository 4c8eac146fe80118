import { type Detail, wordsOf } from './problem-detail.ts';

/** Why a cluster of a kubeconfig cannot be used. Each is one sentence in the terminal and one text in the console. */
export type ConnectionProblem =
  /** A file of it is not there or not readable, is no kubeconfig, or names what is not there. */
  | { readonly kind: 'kubeconfig'; readonly file: string; readonly detail: Detail }
  | {
      readonly kind: 'context';
      readonly context: string;
      readonly file: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'execPlugin'; readonly command: string; readonly user: string; readonly detail: Detail }
  | { readonly kind: 'unreachable'; readonly server: string; readonly detail: Detail }
  /** The request was on its way, and no answer came: what it asked for may have been done. */
  | { readonly kind: 'lost'; readonly server: string; readonly detail: Detail }
  | { readonly kind: 'certificate'; readonly server: string; readonly detail: Detail }
  /** The API server answers 401; or it refuses the client certificate before anything is answered. */
  | {
      readonly kind: 'credentials';
      readonly server: string;
      /** `''` where the context names none. */
      readonly user: string;
      readonly by: 'answer' | 'handshake';
    };

/** What everything in this folder throws for a cluster that cannot be used. Its message is the sentence. */
export class ConnectionFailure extends Error {
  readonly problem: ConnectionProblem;

  constructor(problem: ConnectionProblem) {
    super(sentenceOf(problem));
    this.name = 'ConnectionFailure';
    this.problem = problem;
  }
}

/** The problem in one sentence, for the terminal. It never has a credential in it. */
export function sentenceOf(problem: ConnectionProblem): string {
  switch (problem.kind) {
    case 'kubeconfig':
      return `The kubeconfig ${problem.file} cannot be used: ${wordsOf(problem.detail)}.`;
    case 'context':
      return `There is no context "${problem.context}" in ${problem.file}; ${knownOnes(problem.known)}.`;
    case 'execPlugin':
      return `The exec plugin "${problem.command}" of user "${problem.user}" gives no credentials: ${wordsOf(problem.detail)}.`;
    case 'unreachable':
      return `The API server ${problem.server} cannot be reached: ${wordsOf(problem.detail)}.`;
    case 'lost':
      return `The connection to the API server ${problem.server} broke before it had answered: ${wordsOf(problem.detail)}.`;
    case 'certificate':
      return `The certificate of ${problem.server} is not trusted: ${wordsOf(problem.detail)}.`;
    case 'credentials':
      return sentenceOfRefusal(problem);
  }
}

function sentenceOfRefusal({
  server,
  user,
  by,
}: Extract<ConnectionProblem, { kind: 'credentials' }>): string {
  if (user === '') {
    const wanted = by === 'answer' ? 'credentials (401)' : 'a client certificate';
    return `The API server ${server} asks for ${wanted}, and the context names no user.`;
  }
  return by === 'answer'
    ? `The API server ${server} does not accept the credentials of user "${user}" (401): they are wrong or have expired.`
    : `The API server ${server} does not accept the client certificate of user "${user}": it is missing, wrong or has expired.`;
}

function knownOnes(known: readonly string[]): string {
  return known.length === 0 ? 'it has none' : `there are: ${known.join(', ')}`;
}

/** What of this case is not in the words of its kind: where it is, and what happened there. */
export function particularsOf(problem: ConnectionProblem): string {
  switch (problem.kind) {
    case 'kubeconfig':
      return `${problem.file}: ${wordsOf(problem.detail)}`;
    case 'context':
      return `${problem.context} (${problem.file})`;
    case 'execPlugin':
      return `${problem.command} (${problem.user}): ${wordsOf(problem.detail)}`;
    case 'credentials':
      return problem.user === '' ? problem.server : `${problem.user} (${problem.server})`;
    case 'unreachable':
    case 'lost':
    case 'certificate':
      return `${problem.server}: ${wordsOf(problem.detail)}`;
  }
}
