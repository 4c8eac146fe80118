import { preview } from 'vite';
import { measureInBrowser } from './bench/browser.ts';
import { measureChecks } from './bench/checks.ts';
import { measureWriteDraft } from './bench/domain.ts';
import { formatTable } from './bench/statistics.ts';
import { buildConsole } from './build.ts';
import { ensureChromium } from './chromium.ts';
import { freePort } from './free-port.ts';

/** Prints what was promised of speed and size, and what it is now on this machine. Fails when a promise is broken. */
const host = '127.0.0.1';
const port = await freePort(4373, host);
await buildConsole();
const server = await preview({
  configFile: 'vite.config.ts',
  logLevel: 'warn',
  preview: { port, host, strictPort: true },
});
try {
  const measures = [
    measureWriteDraft(),
    ...measureChecks(),
    ...(await measureInBrowser(`http://${host}:${port}`, ensureChromium())),
  ];
  console.log(formatTable(measures));
  if (measures.some(({ figure, limit }) => limit !== undefined && figure > limit)) process.exitCode = 1;
} finally {
  await server.close();
}
