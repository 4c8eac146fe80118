import { expect, it } from 'vitest';
import { compareAll } from './compare-all.ts';
import { compareAnswers, describeDifferences } from './compare.ts';

const answer = (body: unknown) => ({ title: 'GET /a', status: 200, headers: {}, body });

it('finds every place that differs, whatever the order of keys', () => {
  const real = [answer({ a: 1, b: [1, { c: 'x' }], d: null })];
  const simulated = [answer({ b: [1, { c: 'y' }, 3], a: 1 })];
  expect(compareAnswers('lists/one', real, simulated)).toEqual([
    { exchange: 'lists/one GET /a', path: 'body.b[1].c', real: 'x', simulated: 'y' },
    { exchange: 'lists/one GET /a', path: 'body.b[2]', real: undefined, simulated: 3 },
    { exchange: 'lists/one GET /a', path: 'body.d', real: null, simulated: undefined },
  ]);
});

it('each manager that one of them does not know is a difference', () => {
  const manager = { fieldsV1: { 'f:data': {} } };
  const real = [answer({ managedFields: { 'a Update': manager, 'b Update': manager } })];
  expect(compareAnswers('lists/one', real, [answer({})])).toEqual([
    {
      exchange: 'lists/one GET /a',
      path: 'body.managedFields.a Update',
      real: manager,
      simulated: undefined,
    },
    {
      exchange: 'lists/one GET /a',
      path: 'body.managedFields.b Update',
      real: manager,
      simulated: undefined,
    },
  ]);
});

it('an exchange that one of them does not have is a difference', () => {
  expect(compareAnswers('lists/one', [], [answer(null)])).toHaveLength(1);
});

it('counts exchanges, not differences', () => {
  const real = new Map([['lists/one', [answer({ a: 1, b: 2 }), answer(null)]]]);
  const simulated = new Map([['lists/one', [answer({ a: 2, b: 3 }), answer(null)]]]);
  expect(compareAll(real, simulated)).toMatchObject({ exchanges: 2, different: 1, differences: [{}, {}] });
});

it('is told exchange by exchange, long values cut', () => {
  const text = describeDifferences([
    { exchange: 'lists/one GET /a', path: 'status', real: 200, simulated: 404 },
    { exchange: 'lists/one GET /a', path: 'body', real: 'x'.repeat(1000), simulated: undefined },
  ]);
  expect(text.split('\n').slice(0, 5)).toEqual([
    '',
    'lists/one GET /a',
    '  status',
    '    real       200',
    '    simulated  404',
  ]);
  expect(text).toContain('… (1002 characters)');
  expect(text).toContain('simulated  (nothing)');
});
