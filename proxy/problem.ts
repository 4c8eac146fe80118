/** Why a cluster of a kubeconfig cannot be used. Each is one sentence in the terminal and one text in the console. */
export type ConnectionProblem =
  /** A file of it is not there or not readable, is no kubeconfig, or names what is not there. */
  | { readonly kind: 'kubeconfig'; readonly file: string; readonly detail: string }
  | {
      readonly kind: 'context';
      readonly context: string;
      readonly file: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'execPlugin'; readonly command: string; readonly user: string; readonly detail: string }
  | { readonly kind: 'unreachable'; readonly server: string; readonly detail: string }
  | { readonly kind: 'certificate'; readonly server: string; readonly detail: string }
  /** The API server answers 401. */
  | { readonly kind: 'credentials'; readonly server: string; readonly user: string };

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
      return `The kubeconfig ${problem.file} cannot be used: ${problem.detail}.`;
    case 'context':
      return `There is no context "${problem.context}" in ${problem.file}; ${knownOnes(problem.known)}.`;
    case 'execPlugin':
      return `The exec plugin "${problem.command}" of user "${problem.user}" gives no credentials: ${problem.detail}.`;
    case 'unreachable':
      return `The API server ${problem.server} cannot be reached: ${problem.detail}.`;
    case 'certificate':
      return `The certificate of ${problem.server} is not trusted: ${problem.detail}.`;
    case 'credentials':
      return `The API server ${problem.server} does not accept the credentials of user "${problem.user}" (401): they are wrong or have expired.`;
  }
}

function knownOnes(known: readonly string[]): string {
  return known.length === 0 ? 'it has none' : `there are: ${known.join(', ')}`;
}

/** What is peculiar to this case, without the words around it. `''` where the sentence says it all. */
export function detailOf(problem: ConnectionProblem): string {
  switch (problem.kind) {
    case 'context':
      return `${problem.context} (${problem.file})`;
    case 'credentials':
      return `${problem.user} (${problem.server})`;
    case 'kubeconfig':
    case 'execPlugin':
    case 'unreachable':
    case 'certificate':
      return problem.detail;
  }
}
