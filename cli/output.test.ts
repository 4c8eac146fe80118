import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewParts } from '../src/cluster/view-parts.ts';
import { deployment, openWorkbench, type Workbench } from './test-workbench.ts';

let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench('demo');
});
afterAll(() => bench.close());

describe('output', () => {
  it('has for each finding its place, severity, code, words and path', async () => {
    const { out } = await bench.podnic(['check', 'wrong.yaml', '--cluster', bench.cluster.url]);
    expect(out).toBe(`Deployment default/wrong  wrong.yaml:1:1
  wrong.yaml:12:38  error  nic.subnetUnknown
      net1: subnet subnet-99 does not exist. Choose another one.
      spec.template.metadata.annotations["ipam.spidernet.io/subnets"]

1 error, 0 warnings, 0 notes
`);
  });

  it('is Chinese where that is asked for, or is the language of the environment', async () => {
    const args = ['check', 'wrong.yaml', '--cluster', bench.cluster.url];
    const chinese = await bench.podnic([...args, '--lang', 'zh']);
    expect(chinese.out).toContain('net1：子网 subnet-99 不存在，请选择其他子网。');
    expect(chinese.out).toMatch(/\n1 个错误，0 个警告，0 条提示\n$/);
    expect((await bench.podnic(args, { env: { LANG: 'zh_CN.UTF-8' } })).out).toBe(chinese.out);
    expect((await bench.podnic(['--help'], { env: { LC_ALL: 'zh_CN', LANG: 'en_US' } })).out).toContain(
      '退出码',
    );
    expect((await bench.podnic(['check'], { env: { LANG: 'zh_CN' } })).err).toContain(
      '请指定要检查的清单文件',
    );
  });

  it('of --json is the same object whatever the language, but for its messages', async () => {
    const args = ['check', 'wrong.yaml', 'config.yaml', '--cluster', bench.cluster.url];
    const english = JSON.parse((await bench.podnic([...args, '--json'])).out) as unknown;
    expect(english).toEqual({
      version: 1,
      exitCode: 1,
      summary: { errors: 1, warnings: 0, notes: 0 },
      cluster: {
        source: 'server',
        known: Object.fromEntries(Object.keys(viewParts).map((name) => [name, 'known'])),
        settings: 'read',
        remarks: [],
      },
      objects: [
        {
          file: 'wrong.yaml',
          line: 1,
          column: 1,
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace: 'default',
          name: 'wrong',
          namespaceAssumed: false,
          findings: [
            {
              severity: 'error',
              code: 'nic.subnetUnknown',
              message: 'net1: subnet subnet-99 does not exist. Choose another one.',
              line: 12,
              column: 38,
              path: 'spec.template.metadata.annotations["ipam.spidernet.io/subnets"]',
              field: 'network.nics.0.subnets.ipv4',
              params: { nic: 'net1', name: 'subnet-99' },
            },
          ],
        },
      ],
      skipped: [
        {
          file: 'config.yaml',
          line: 1,
          column: 1,
          apiVersion: 'v1',
          kind: 'ConfigMap',
          namespace: 'default',
          name: 'a',
        },
      ],
    });
  });

  it('reads standard input, and assumes the namespace that it is told', async () => {
    const input = deployment('wrong', 'subnet-99').replace(', namespace: default', '');
    const args = ['check', '-', '--cluster', bench.cluster.url, '-n', 'team-a'];
    const { code, out } = await bench.podnic(args, { input });
    expect(code).toBe(1);
    expect(out).toContain('Deployment team-a/wrong  stdin:1:1\n');
    expect(out).toContain('it was checked for team-a (--namespace)');
  });

  it('obeys nothing that a manifest says to a terminal', async () => {
    const { out } = await bench.podnic(['check', 'escape.yaml']);
    expect(out).toContain('Deployment default/so [31mund');
    for (const character of ['\u001b', '\u202e']) expect(out).not.toContain(character);
  });

  it('is in colours on a terminal, and not where they are not wanted', async () => {
    const args = ['check', 'wrong.yaml', '--cluster', bench.cluster.url];
    const plain = await bench.podnic(args);
    const coloured = await bench.podnic(args, { isTTY: true });
    expect(coloured.out).toContain('\u001b[31merror\u001b[0m');
    expect(stripVTControlCharacters(coloured.out)).toBe(plain.out);
    expect(await bench.podnic(args, { isTTY: true, env: { NO_COLOR: '1' } })).toEqual(plain);
    expect(plain.out).not.toContain('\u001b');
  });

  it('is the version, and help', async () => {
    expect(await bench.podnic(['-v'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
    const { code, out } = await bench.podnic(['--help']);
    expect(code).toBe(0);
    const options = [
      '--cluster',
      '--snapshot',
      '--token-file',
      '--ca',
      '--json',
      '--strict',
      '--quiet',
      '--lang',
    ];
    for (const option of options) expect(out).toContain(option);
  });
});

describe('the command as it is typed', () => {
  it('has the version of its package', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
      version: string;
    };
    expect(await bench.typed(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it.each([
    ['sound.yaml', 0],
    ['wrong.yaml', 1],
  ])('says of %s what it says in this process, with exit code %i', async (file, code) => {
    const args = ['check', file, '--cluster', bench.cluster.url, '--json'];
    const ran = await bench.typed(args);
    expect(ran).toEqual(await bench.podnic(args));
    expect(ran.code).toBe(code);
  });

  it('reads what is piped into it, and fails with a sentence and exit code 2', async () => {
    expect(await bench.typed(['check', '-'], deployment('piped', 'subnet-6'))).toMatchObject({
      code: 0,
      out: expect.stringContaining('Deployment default/piped  stdin:1:1') as string,
    });
    expect(await bench.typed(['check', 'broken.yaml'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^podnic: broken\.yaml:3:1: is not YAML .*\n$/) as string,
    });
  });
});
