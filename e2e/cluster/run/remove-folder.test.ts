import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { until } from './program.ts';
import { removeFolder } from './remove-folder.ts';

const writes = `
  const { writeFileSync } = require('fs');
  for (let n = 0, end = Date.now() + 300; Date.now() < end; n += 1) writeFileSync('f' + n % 100, '');
`;

it('a folder goes although somebody writes there to his last', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'podnic-folder-'));
  const child = spawn(process.execPath, ['-e', writes], { cwd: folder, stdio: 'ignore' });
  try {
    await until({ what: 'it writes', test: async () => existsSync(join(folder, 'f99')), within: 10_000 });
    removeFolder(folder);
    expect(existsSync(folder)).toBe(false);
  } finally {
    child.kill('SIGKILL');
  }
});
