import { ensureChromium } from './chromium.ts';
import { browserReport, runSteps } from './steps.ts';

/** Everything that must hold before a change lands, the fastest to fail first: `npm test`. */
const unitReport = '.cache/unit.json';

process.env['PODNIC_CHROMIUM'] = ensureChromium();
await runSteps(
  [
    [
      { name: 'types', command: 'npx', args: ['tsc', '--noEmit'] },
      { name: 'lint', command: 'npm', args: ['run', '--silent', 'lint'] },
      { name: 'format', command: 'npm', args: ['run', '--silent', 'format:check'] },
    ],
    {
      name: 'unit, property and component tests',
      command: 'npx',
      args: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`],
      report: {
        path: unitReport,
        count: (report) => {
          const { numPassedTests, numFailedTests, numFailedTestSuites } = report as {
            numPassedTests: number;
            numFailedTests: number;
            numFailedTestSuites: number;
          };
          return {
            passed: numPassedTests,
            failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0),
          };
        },
      },
    },
    { name: 'build', command: 'npm', args: ['run', '--silent', 'build'] },
    {
      name: 'browser tests',
      command: 'npm',
      args: ['run', '--silent', 'e2e'],
      report: browserReport,
    },
  ],
  '.cache/test.json',
);
