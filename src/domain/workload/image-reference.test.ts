import { describe, expect, it } from 'vitest';
import { defaultPullPolicy, isImageReference } from './image-reference.ts';

describe('isImageReference', () => {
  it.each([
    'busybox',
    'busybox:1.36',
    'library/busybox',
    'r.example.com/a/b/c:v1',
    'localhost:5000/a',
    'R.example.com:443/a__b/c.d-e:A_1',
    '[fd00::1]:5000/a',
    `a@sha256:${'0'.repeat(64)}`,
    `r.example.com/a:1@sha256:${'f'.repeat(64)}`,
  ])('takes %s', (text) => expect(isImageReference(text)).toBe(true));

  it.each([
    '',
    ' a',
    'a ',
    'A',
    'a/B',
    'a:',
    'a:b:c',
    ':1',
    '/a',
    'a//b',
    'a/',
    'a@sha256',
    'a@sha256:12',
    'https://a/b',
    '-a',
    'a___b',
    `a:${'t'.repeat(129)}`,
    'a'.repeat(256),
  ])('refuses %j', (text) => expect(isImageReference(text)).toBe(false));

  it('takes no longer for a hostile text', () => {
    expect(isImageReference(`${'a-'.repeat(20_000)}!`)).toBe(false);
  });
});

describe('defaultPullPolicy', () => {
  it.each([
    ['nginx', 'Always'],
    ['nginx:latest', 'Always'],
    ['localhost:5000/nginx', 'Always'],
    [`nginx:latest@sha256:${'0'.repeat(64)}`, 'Always'],
    ['nginx:1.27', 'IfNotPresent'],
    [`nginx@sha256:${'0'.repeat(64)}`, 'IfNotPresent'],
    ['no image', 'IfNotPresent'],
  ])('of %s is %s', (image, policy) => expect(defaultPullPolicy(image)).toBe(policy));
});
