import { describe, expect, it } from 'vitest';
import { fixedPoolSize } from './fixed-pool-size.ts';

const subnets = { 'ipam.spidernet.io/subnets': '[{"interface":"net1","ipv4":["s"]}]' };
const number = 'ipam.spidernet.io/ippool-ip-number';

describe('fixedPoolSize', () => {
  it.each([
    ['no fixed pools', { [number]: '+2' }, undefined],
    ['elastic', { ...subnets, [number]: '+2' }, { form: 'elastic', count: 5, elastic: 2 }],
    ['a fixed total', { ...subnets, [number]: '4' }, { form: 'total', count: 4 }],
    ['no number: as many as replicas', subnets, { form: 'elastic', count: 3, elastic: 0 }],
    ['a number that Spiderpool refuses', { ...subnets, [number]: 'two' }, undefined],
  ])('%s', (_story, annotations, size) => {
    expect(fixedPoolSize(annotations, 3)).toEqual(size);
  });
});
