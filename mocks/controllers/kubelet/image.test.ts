import { describe, expect, it } from 'vitest';
import { alwaysPulls, canonicalImage, imageId, imageTag, pullError } from './image.ts';
import { goDuration } from './pod-runtime.ts';

describe('an image', () => {
  it.each([
    { image: 'nginx', tag: 'latest', full: 'docker.io/library/nginx:latest' },
    { image: 'nginx:1.27', tag: '1.27', full: 'docker.io/library/nginx:1.27' },
    { image: 'bitnami/redis:7', tag: '7', full: 'docker.io/bitnami/redis:7' },
    { image: 'ghcr.io/a/b:v1', tag: 'v1', full: 'ghcr.io/a/b:v1' },
    { image: 'localhost/a', tag: 'latest', full: 'localhost/a:latest' },
    { image: 'registry:5000/a', tag: 'latest', full: 'registry:5000/a:latest' },
    { image: 'a/b@sha256:00', tag: '', full: 'docker.io/a/b@sha256:00' },
  ])('$image', ({ image, tag, full }) => {
    expect(imageTag(image)).toBe(tag);
    expect(canonicalImage(image)).toBe(full);
  });

  it('has one digest, whatever way it is written', () => {
    expect(imageId('nginx')).toMatch(/^docker\.io\/library\/nginx@sha256:[0-9a-f]{64}$/);
    expect(imageId('nginx')).toBe(imageId('docker.io/library/nginx:latest'));
    expect(imageId('nginx')).not.toBe(imageId('nginx:1'));
  });

  it.each([
    { image: 'nginx', policy: undefined, always: true },
    { image: 'nginx:1', policy: undefined, always: false },
    { image: 'nginx', policy: 'IfNotPresent', always: false },
    { image: 'nginx:1', policy: 'Always', always: true },
  ])('$image with policy $policy is pulled each time: $always', ({ image, policy, always }) => {
    expect(alwaysPulls(image, policy)).toBe(always);
  });

  it('that is missing is explained as containerd does', () => {
    expect(pullError('web:missing')).toBe(
      'rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/library/web:missing": ' +
        'failed to resolve reference "docker.io/library/web:missing": docker.io/library/web:missing: not found',
    );
  });
});

describe('a duration', () => {
  it.each([
    [412, '412ms'],
    [10_000, '10s'],
    [80_000, '1m20s'],
    [300_000, '5m0s'],
  ])('%d is %s', (milliseconds, text) => {
    expect(goDuration(milliseconds)).toBe(text);
  });
});
