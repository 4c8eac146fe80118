import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { readE2eOptions } from './e2e-options.ts';
import { freePort } from './free-port.ts';

/**
 * Runs the browser tests: `npm run e2e -- --target real --screenshots DIR flows.e2e.ts`. Without `--target` they run against
 * simulated clusters; all other arguments go to Playwright.
 */
const read = readE2eOptions(process.argv.slice(2));
if (!read.ok) {
  console.error(read.problem);
  process.exit(2);
}
const { target, screenshots, rest } = read.options;
if (target === 'real') build();
// Any free one: two runs side by side must not find the same.
const port = await freePort(0, '127.0.0.1');
const result = spawnSync('npx', ['playwright', 'test', ...rest], {
  stdio: 'inherit',
  env: {
    ...process.env,
    PODNIC_CHROMIUM: ensureChromium(),
    PODNIC_E2E_PORT: String(port),
    PODNIC_E2E_TARGET: target,
    ...(screenshots === undefined ? {} : { PODNIC_E2E_SCREENSHOTS: resolve(screenshots) }),
  },
});
process.exit(result.status ?? 1);

/** The server of the tests is waited for not nearly as long as a build takes. A build ends with signals, and this process does not need to. */
function build(): void {
  const args = ['--import', 'tsx', 'e2e/cluster/cli.ts', '--build-only'];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
