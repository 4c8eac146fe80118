import { browserReport, runSteps } from './steps.ts';

/**
 * Everything that is tried on real control planes: `npm run test:cluster`. What is given to it goes to the browser tests, as
 * `--screenshots DIR`. The cases are always the same, so that a change is not refused for what another draw would find.
 */
const CASES = 60;
const SEED = 42;
const conformanceReport = '.cache/cluster-conformance.json';
/** Minutes. */
const LONGEST_BUILD = 45;

await runSteps(
  [
    {
      name: 'control plane',
      command: 'npm',
      args: ['run', '--silent', 'cluster:real', '--', '--build-only', `--build-minutes=${LONGEST_BUILD}`],
      // What comes after it would try to build, each once more.
      isNeeded: true,
    },
    { name: 'build', command: 'npm', args: ['run', '--silent', 'build'] },
    // A case mostly waits for what real programs do.
    [
      {
        name: 'browser tests on real control planes',
        command: 'npm',
        args: ['run', '--silent', 'e2e', '--', '--target', 'real', ...process.argv.slice(2)],
        report: browserReport,
      },
      {
        name: 'prediction equals outcome, on real control planes',
        command: 'npm',
        args: [
          'run',
          '--silent',
          'cluster:conformance',
          '--',
          `--cases=${CASES}`,
          `--seed=${SEED}`,
          `--report=${conformanceReport}`,
        ],
        report: {
          path: conformanceReport,
          count: (report) => {
            const { agreements, disagreements } = report as { agreements: number; disagreements: number };
            return { passed: agreements, failed: disagreements };
          },
        },
      },
    ],
  ],
  '.cache/test-cluster.json',
);
