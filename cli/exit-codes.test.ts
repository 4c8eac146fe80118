import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './test-workbench.ts';

let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench('demo');
});
afterAll(() => bench.close());

describe('exit code', () => {
  it.each([
    ['0 without errors', ['check', 'sound.yaml'], 0],
    ['1 with errors', ['check', 'wrong.yaml'], 1],
    ['1 with errors in one of several files', ['check', 'sound.yaml', 'wrong.yaml'], 1],
    ['0 with warnings', ['check', 'warned.yaml'], 0],
    ['1 with warnings, strictly', ['check', 'warned.yaml', '--strict'], 1],
    ['0 where there is no workload', ['check', 'config.yaml'], 0],
    ['that of the other files where one is empty', ['check', 'empty.yaml', 'wrong.yaml'], 1],
  ])('is %s', async (_, args, code) => {
    const ran = await bench.podnic([...args, '--cluster', bench.cluster.url]);
    expect([ran.code, ran.err]).toEqual([code, '']);
    expect(ran.out).not.toBe('');
    expect(await bench.podnic([...args, '--cluster', bench.cluster.url, '--quiet'])).toEqual({
      code,
      out: '',
      err: '',
    });
  });

  it.each([
    ['no command', [], 'Say what to do'],
    ['another command', ['mend', 'x.yaml'], 'There is no command "mend".'],
    ['no file', ['check'], 'Name a manifest'],
    ['an unknown option', ['check', 'sound.yaml', '--fast'], "Unknown option '--fast'."],
    ['an option without its value', ['check', 'sound.yaml', '--cluster'], '--cluster'],
    ['two clusters', ['check', 'sound.yaml', '--cluster', 'http://a', '--snapshot', 'b'], 'not both'],
    ['no URL', ['check', 'sound.yaml', '--cluster', 'file:///etc'], 'a URL that begins with http://'],
    [
      'an option of a cluster without one',
      ['check', 'sound.yaml', '--ca', 'ca.pem'],
      '--ca goes with --cluster.',
    ],
    ['a bad namespace', ['check', 'sound.yaml', '-n', 'A B'], '--namespace'],
    ['another language', ['check', 'sound.yaml', '--lang', 'fr'], '--lang takes en or zh'],
    ['a file that is not there', ['check', 'gone.yaml'], 'gone.yaml: cannot be read (ENOENT'],
    ['a folder', ['check', '.'], 'is a folder'],
    ['broken YAML', ['check', 'broken.yaml'], 'broken.yaml:3:1: is not YAML'],
    ['tabs', ['check', 'tabs.yaml'], 'tabs.yaml:2:1: is not YAML'],
    ['an empty file', ['check', 'empty.yaml'], 'empty.yaml: is empty, there is nothing to check.'],
    ['comments alone', ['check', 'empty.yaml', 'comment.yaml'], 'empty.yaml, comment.yaml: is empty'],
    ['a bomb of aliases', ['check', 'bomb.yaml'], 'bomb.yaml:1: has aliases'],
    ['a nest too deep', ['check', 'deep.yaml'], 'deep.yaml:'],
    ['a binary file', ['check', 'binary.yaml'], 'binary.yaml: is not a UTF-8 text'],
    ['an endless file', ['check', '/dev/zero'], 'is larger than 16 MiB'],
    [
      'a snapshot that is not there',
      ['check', 'sound.yaml', '--snapshot', 'gone'],
      '--snapshot takes a folder',
    ],
    [
      'nobody at the address',
      ['check', 'sound.yaml', '--cluster', 'http://127.0.0.1:1'],
      'cannot be reached',
    ],
    [
      'no token',
      ['check', 'sound.yaml', '--cluster', 'http://127.0.0.1:1', '--token-file', 'gone'],
      'gone: cannot',
    ],
    ['no certificate', ['check', 'sound.yaml', '--cluster', 'http://127.0.0.1:1', '--ca', 'ca.pem'], 'PEM'],
  ])('is 2 with one sentence for %s', async (_, args, words) => {
    const ran = await bench.podnic(args);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(words);
    expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
    expect(ran.err).toMatch(/^podnic: /);
  });

  it('is 2 with a sentence for each file that cannot be read', async () => {
    const ran = await bench.podnic(['check', 'broken.yaml', 'wrong.yaml', 'gone.yaml', '--json']);
    expect(ran.code).toBe(2);
    expect(ran.err.trimEnd().split('\n')).toHaveLength(2);
    expect(JSON.parse(ran.out)).toEqual({
      version: 1,
      exitCode: 2,
      problem: expect.stringMatching(/broken\.yaml[^]*gone\.yaml/) as string,
    });
  });
});
