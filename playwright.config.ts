import { defineConfig } from '@playwright/test';
import { targetOf, targets, testsAtOnce } from './e2e/targets.ts';

const port = Number(process.env['PODNIC_E2E_PORT'] ?? '4273');
const target = targets[targetOf(process.env)];
const executablePath = process.env['PODNIC_CHROMIUM'];

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: testsAtOnce,
  forbidOnly: process.env['CI'] !== undefined,
  retries: target.retries,
  grepInvert: target.notFor,
  timeout: target.test,
  expect: { timeout: target.expect },
  reporter: [['list'], ['json', { outputFile: '.cache/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    // A trace costs a third of the time of a test: ask for one when a failure needs it.
    trace: process.env['PODNIC_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: target.server(port),
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 60_000,
    // Killed at once, a server with real programs would leave their folders behind.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 60_000 },
  },
});
