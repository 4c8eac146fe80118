import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modules, pinned, requiredVersion, versionOfPackage } from './programs.ts';

const goMod = (folder: string) => readFileSync(join(import.meta.dirname, '..', folder, 'go.mod'), 'utf8');

describe('the pinned programs', () => {
  it.each(modules)('of $folder are tools of its go.mod', ({ folder, programs }) => {
    for (const { package: main } of programs) expect(goMod(folder)).toContain(`\t${main}\n`);
  });

  it('are kept under what is pinned', () => {
    const keys = modules.map((module) => pinned(module).key);
    expect(keys[0]).toMatch(/^kubernetes-v1\.32\.\d+-[0-9a-f]{12}$/);
    expect(keys[1]).toMatch(/^spiderpool-v1\.2\.\d+-[0-9a-f]{12}$/);
  });

  it('are of two graphs that do not know each other', () => {
    expect(goMod('kubernetes')).not.toContain('spidernet-io');
    expect(requiredVersion(goMod('kubernetes'), 'k8s.io/client-go')).not.toBe(
      requiredVersion(goMod('spiderpool'), 'k8s.io/client-go'),
    );
  });

  it('have the versions of their modules', () => {
    const text = goMod('kubernetes');
    expect(versionOfPackage(text, 'go.etcd.io/etcd/server/v3')).toMatch(/^v3\.5\./);
    expect(versionOfPackage(text, 'k8s.io/kubernetes/cmd/kube-apiserver')).toMatch(/^v1\.32\./);
    expect(versionOfPackage(text, 'example.com/none')).toBeUndefined();
  });

  it('know their version', () => {
    const [kubernetes] = modules;
    const args = kubernetes === undefined ? [] : (pinned(kubernetes).programs[0]?.args ?? []);
    expect(args.join(' ')).toMatch(/ -X k8s\.io\/component-base\/version\.gitVersion=v1\.32\.\d+ /);
    expect(args.join(' ')).toContain(' -X k8s.io/component-base/version.gitMinor=32 ');
  });

  it('are kept apart from those of another package, or built in another way', () => {
    const [, module] = modules;
    if (module === undefined) throw new Error('there is no second module');
    const { key } = pinned(module);
    const others = [
      { ...module, programs: module.programs.map((program) => ({ ...program, package: 'example.com/a' })) },
      { ...module, variables: () => ({ version: 'other' }) },
    ];
    expect(pinned({ ...module }).key).toBe(key);
    for (const other of others) expect(pinned(other).key).not.toBe(key);
  });
});

describe('the version that go.mod requires', () => {
  it.each([
    ['require example.com/a v1.2.3', 'v1.2.3'],
    ['require (\n\texample.com/a v1.2.3 // indirect\n)', 'v1.2.3'],
    ['require example.com/ab v1.2.3', undefined],
    ['replace example.com/a => example.com/a v1.2.3', undefined],
  ])('%j', (text, version) => {
    expect(requiredVersion(text, 'example.com/a')).toBe(version);
  });
});
