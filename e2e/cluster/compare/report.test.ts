import { expect, it } from 'vitest';
import { withoutChosenAddresses, withoutChosenPools } from './chance.ts';
import type { ComparedCase } from './compared-case.ts';
import type { Outcome } from './outcome.ts';
import { NOT_AT_REST } from './play.ts';
import { reportOf } from './report.ts';

const told: ComparedCase = { id: 'a', fact: 'A fact', section: '1.2', steps: [[]] };

function verdict(ours: Outcome, theirs: Outcome, given: Partial<ComparedCase> = {}) {
  const cases = [{ ...told, ...given }];
  const { lines, failures } = reportOf(cases, new Map([['a', ours]]), new Map([['a', theirs]]));
  return { failures, line: lines.split('\n')[0]?.replace(/ {2}.*/, ''), lines };
}

it('two outcomes are the same line by line, or they differ', () => {
  expect(verdict(['after step 1', 'x'], ['after step 1', 'x'])).toMatchObject({ failures: 0, line: 'same' });
  const different = verdict(['after step 1', 'x'], ['after step 1', 'y']);
  expect(different).toMatchObject({ failures: 1, line: 'DIFFERENT' });
  expect(different.lines).toContain('real       y');
  expect(different.lines).toContain('simulated  x');
  expect(verdict(['x', 'after step 1'], ['after step 1', 'x'])).toMatchObject({ failures: 1 });
});

it('an outcome that was looked at while it moved proves nothing, whatever it says', () => {
  const moving = ['after step 1', 'x', NOT_AT_REST];
  expect(verdict(moving, moving)).toMatchObject({ failures: 1, line: 'NOT AT REST' });
  expect(verdict(moving, moving).lines).toContain('real       is not at rest');
});

it('an outcome without anything in it proves nothing', () => {
  expect(verdict(['after step 1'], ['after step 1'])).toMatchObject({ failures: 1, line: 'NOTHING SEEN' });
  expect(verdict([], [])).toMatchObject({ failures: 1, line: 'NOTHING SEEN' });
});

it('what is not simulated has to be seen in the real cluster', () => {
  const notSimulated = { because: 'of no kind', real: [/^Pod web Pending/, /^Pool a: 0 of 2/] };
  const seen = ['after step 1', 'Pod web Pending: no', 'Pool a: 0 of 2'];
  expect(verdict(['after step 1'], seen, { notSimulated })).toMatchObject({
    failures: 0,
    line: 'not simulated',
  });
  expect(verdict(['after step 1'], seen.slice(0, 2), { notSimulated })).toMatchObject({ failures: 1 });
  expect(verdict(['after step 1'], ['after step 1'], { notSimulated })).toMatchObject({ failures: 1 });
  expect(verdict(['after step 1'], [...seen, NOT_AT_REST], { notSimulated })).toMatchObject({ failures: 1 });
});

const pool = (name: string, ips: string, given: number, total: number) =>
  `Pool ${name}: IPv4, 10.0.0.0/24, ips ${ips}, gateway none, ${given} of ${total}, number +1`;

it('chance may choose which addresses are left, not how many', () => {
  const withoutChance = withoutChosenAddresses;
  const one = ['Address net1 10.0.0.1/24 of p', pool('p', '["10.0.0.1"]', 1, 2)];
  const other = ['Address net1 10.0.0.3/24 of p', pool('p', '["10.0.0.3"]', 1, 2)];
  expect(verdict(one, other, { withoutChance })).toMatchObject({ failures: 0, line: 'same, with chance' });
  const larger = ['Address net1 10.0.0.3/24 of p', pool('p', '["10.0.0.3"]', 1, 3)];
  expect(verdict(one, larger, { withoutChance })).toMatchObject({ failures: 1 });
  expect(verdict(one, other)).toMatchObject({ failures: 1 });
});

it('chance may choose among pools, but then it has to', () => {
  const withoutChance = withoutChosenPools;
  const address = (name: string) => `Address net1 10.0.0.1/24 of ${name} gateway none`;
  const pools = (a: number, b: number) => [pool('p', '[]', a, 9), pool('q', '[]', b, 9)];
  const mixed = [address('p'), address('p'), address('q'), ...pools(2, 1)];
  expect(
    verdict(mixed, [address('p'), address('q'), address('q'), ...pools(1, 2)], { withoutChance }),
  ).toMatchObject({ failures: 0, line: 'same, with chance' });
  const ordered = [address('p'), address('p'), address('p'), ...pools(3, 0)];
  expect(verdict(mixed, ordered, { withoutChance })).toMatchObject({ failures: 1, line: 'DIFFERENT' });
  const fewer = [address('p'), address('q'), ...pools(1, 1)];
  expect(verdict(mixed, fewer, { withoutChance })).toMatchObject({ failures: 1, line: 'DIFFERENT' });
});
