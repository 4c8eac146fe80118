import { expect, it } from 'vitest';
import { ConnectionFailure, sentenceOf } from './problem.ts';
import { NoAnswer, problemOfFailure } from './problem-of-error.ts';
import { secret } from './test-told.ts';

const errand = { server: 'https://api.example', user: 'u' };

function thrownBy(attempt: () => unknown): unknown {
  try {
    return attempt();
  } catch (error) {
    return error;
  }
}

it.each([
  [thrownBy(() => JSON.parse(secret)), 'SyntaxError'],
  [new TypeError(secret), 'TypeError'],
  [new ReferenceError(secret), 'ReferenceError'],
  [secret, 'string'],
  [undefined, 'undefined'],
])('of an error that is none of a connection only the kind is told: %s', (error, kind) => {
  expect(sentenceOf(problemOfFailure(error, 'c0', errand))).toBe(
    `The API server https://api.example cannot be reached: Podnic itself has failed (${kind}).`,
  );
});

it('before a request was sent there is no connection', () => {
  expect(sentenceOf(problemOfFailure(new Error(secret), 'c0'))).toBe(
    'The API server c0 cannot be reached: Podnic itself has failed (Error).',
  );
});

it('what a connection fails with is told', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:6443'), { code: 'ECONNREFUSED' });
  for (const error of [refused, new AggregateError([refused])]) {
    expect(sentenceOf(problemOfFailure(error, 'c0', errand))).toBe(
      'The API server https://api.example cannot be reached: connect ECONNREFUSED 10.0.0.1:6443.',
    );
  }
  expect(sentenceOf(problemOfFailure(new NoAnswer(1_000), 'c0', errand))).toContain(
    'it does not answer within 1 s',
  );
  const problem = { kind: 'kubeconfig', file: 'f', detail: 'd' } as const;
  expect(problemOfFailure(new ConnectionFailure(problem), 'c0')).toBe(problem);
});
