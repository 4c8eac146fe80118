import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from './chromium.ts';

/** Everything that must hold before a change lands, the fastest to fail first. Ends with `N passed, N failed`. */
interface Step {
  name: string;
  command: string;
  args: readonly string[];
  /** Where the runner writes what it counted; a step without it counts as one. */
  count?: () => Count;
}

interface Count {
  passed: number;
  failed: number;
}

const unitReport = '.cache/unit.json';
const browserReport = '.cache/e2e.json';

const steps: readonly Step[] = [
  { name: 'types', command: 'npx', args: ['tsc', '--noEmit'] },
  { name: 'lint', command: 'npm', args: ['run', '--silent', 'lint'] },
  { name: 'format', command: 'npm', args: ['run', '--silent', 'format:check'] },
  {
    name: 'unit, property and component tests',
    command: 'npx',
    args: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: () => {
      const report = readReport(unitReport) as {
        numPassedTests: number;
        numFailedTests: number;
        numFailedTestSuites: number;
      };
      return {
        passed: report.numPassedTests,
        failed: Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0),
      };
    },
  },
  { name: 'build', command: 'npm', args: ['run', '--silent', 'build'] },
  {
    name: 'browser tests',
    command: 'npm',
    args: ['run', '--silent', 'e2e'],
    count: () => {
      const { stats } = readReport(browserReport) as {
        stats: { expected: number; unexpected: number; flaky: number };
      };
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
  },
];

function readReport(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function runStep(step: Step): Count {
  console.log(`\n== ${step.name}`);
  const started = Date.now();
  const result = spawnSync(step.command, step.args, { stdio: 'inherit' });
  const ok = result.status === 0;
  let count: Count = ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (step.count !== undefined) {
    try {
      count = step.count();
    } catch (error) {
      console.error(`no report of ${step.name}: ${error instanceof Error ? error.message : String(error)}`);
      count = { passed: 0, failed: 1 };
    }
    if (!ok && count.failed === 0) count = { ...count, failed: 1 };
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`== ${step.name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`);
  return count;
}

mkdirSync('.cache', { recursive: true });
for (const report of [unitReport, browserReport]) rmSync(report, { force: true });
process.env['PODNIC_CHROMIUM'] = ensureChromium();

const total = steps
  .map(runStep)
  .reduce((sum, count) => ({ passed: sum.passed + count.passed, failed: sum.failed + count.failed }), {
    passed: 0,
    failed: 0,
  });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
