import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { scratchFolder } from '../test-servers.ts';
import { createTokenSource } from './token-file.ts';

let file: string;

beforeEach(() => {
  file = join(scratchFolder(), 'token');
});

it('the token in a file is the newest that was ever there', () => {
  writeFileSync(file, ' one\n');
  const source = createTokenSource({ tokenFile: file });
  expect(source.read()).toBe('one');
  writeFileSync(file, 'two');
  expect(source.read()).toBe('two');
  // Others are just writing it.
  writeFileSync(file, '');
  expect(source.read()).toBe('two');
  rmSync(file);
  expect(source.read()).toBe('two');
});

it('the token beside a file counts until there is one', () => {
  const source = createTokenSource({ tokenFile: file, token: 'written' });
  expect(source.read()).toBe('written');
  writeFileSync(file, 'filed');
  expect(source.read()).toBe('filed');
});

it('a file that is not there or empty is a fault where there is nothing else', () => {
  const source = createTokenSource({ tokenFile: file });
  expect(() => source.read()).toThrow('ENOENT');
  writeFileSync(file, '\n');
  expect(() => source.read()).toThrow(`the token file ${file} is empty`);
});

it('a user without a token asks without one', () => {
  expect(createTokenSource({}).read()).toBe('');
});
