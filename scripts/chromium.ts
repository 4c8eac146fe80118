import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** The first has no window, and nothing that belongs to one: it opens a page with less work. */
const systemNames = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(':');
  return folders.map((folder) => `${folder}/${name}`).find(isExecutable);
}

/** A Chromium that is there already: `PODNIC_CHROMIUM`, then the system's, then Playwright's own. */
function findChromium(): string | undefined {
  const given = process.env['PODNIC_CHROMIUM'];
  if (given !== undefined && given !== '') {
    if (!isExecutable(given)) throw new Error(`PODNIC_CHROMIUM is "${given}", which cannot be run`);
    return given;
  }
  const system = systemNames.map(onPath).find((path) => path !== undefined);
  if (system !== undefined) return system;
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

function succeeds(command: string, args: readonly string[]): boolean {
  console.log(`> ${command} ${args.join(' ')}`);
  const result = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.status === 0;
}

function run(command: string, args: readonly string[]): void {
  if (!succeeds(command, args)) throw new Error(`"${command} ${args.join(' ')}" failed`);
}

const aptInstall = ['install', '-y', '-q'];

const aptIsOurs = (): boolean => process.getuid?.() === 0 && onPath('apt-get') !== undefined;

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

/**
 * The Chromium for browser tests, installed when there is none: on Debian as root by apt, elsewhere by Playwright's own
 * installer. Installs a Chinese font in the same way, because without one every Chinese text is a row of boxes.
 */
export function ensureChromium(): string {
  const found = findChromium();
  const fonts = hasChineseFont() ? [] : ['fonts-wqy-zenhei', 'fontconfig'];
  if ((found === undefined || fonts.length > 0) && aptIsOurs()) {
    run('apt-get', ['update', '-q']);
    // Older Debians have no package of the one without a window.
    const isThere = found !== undefined || succeeds('apt-get', [...aptInstall, 'chromium-headless-shell']);
    run('apt-get', [...aptInstall, ...(isThere ? [] : ['chromium']), ...fonts]);
  } else if (found === undefined) {
    run('npx', ['playwright', 'install', '--with-deps', 'chromium']);
  }
  const ready = findChromium();
  if (ready === undefined)
    throw new Error('no Chromium was found or could be installed; set PODNIC_CHROMIUM');
  return ready;
}
