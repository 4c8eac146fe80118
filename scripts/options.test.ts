import { describe, expect, it } from 'vitest';
import { parseStartOptions } from './options.ts';

describe('the options of npm start', () => {
  it.each([
    [[], { port: 4173, host: '127.0.0.1', clusters: { kind: 'simulated', scenario: undefined } }],
    [
      ['--port', '0', '--scenario', 'demo', '--host', '0.0.0.0'],
      { port: 0, host: '0.0.0.0', clusters: { kind: 'simulated', scenario: 'demo' } },
    ],
    [
      ['--context', 'a', '--context=b'],
      { clusters: { kind: 'kubeconfig', file: undefined, contexts: ['a', 'b'], remote: false } },
    ],
    [
      ['--kubeconfig', 'f', '--host', '::1'],
      { host: '::1', clusters: { kind: 'kubeconfig', file: 'f', contexts: [], remote: false } },
    ],
    [
      ['--context', 'a', '--host', '0.0.0.0', '--allow-remote'],
      { host: '0.0.0.0', clusters: { kind: 'kubeconfig', contexts: ['a'], remote: true } },
    ],
  ])('are read from %j', (args, options) => {
    expect(parseStartOptions(args)).toMatchObject({ ok: true, options });
  });

  it.each([
    [['--port', 'x'], '--port takes a number'],
    [['--port', '70000'], '--port takes a number'],
    [['--unknown'], '--unknown'],
    [['--context'], '--context'],
    [['--context', ''], 'take a name'],
    [['--kubeconfig', ''], 'take a name'],
    [['--context', 'a', '--scenario', 'demo'], '--scenario is for simulated clusters'],
    [['--allow-remote'], '--allow-remote goes with'],
    [['--context', 'a', '--host', '0.0.0.0'], 'add --allow-remote'],
    [['--kubeconfig', 'f', '--host', '10.0.0.1'], 'add --allow-remote'],
    [['--kubeconfig', 'f', '--host', 'console.example'], 'act with your credentials'],
  ])('%j are refused in a sentence', (args, words) => {
    const parsed = parseStartOptions(args);
    expect(parsed).toMatchObject({ ok: false });
    expect(parsed.ok ? '' : parsed.problem).toContain(words);
  });
});
