import { spawnSync } from 'node:child_process';
import { ensureChromium } from './chromium.ts';
import { freePort } from './free-port.ts';

/** Runs the browser tests; further arguments go to Playwright: `npm run e2e -- nic.e2e.ts --headed`. */
const port = await freePort(4273, '127.0.0.1');
const result = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, PODNIC_CHROMIUM: ensureChromium(), PODNIC_E2E_PORT: String(port) },
});
process.exit(result.status ?? 1);
