import { readFileSync } from 'node:fs';
import { describeCount, sumOf } from './steps.ts';
import type { Count } from './steps.ts';

/** The last line of several commands that ran one after the other: `tsx scripts/total.ts .cache/test.json …`. */
const counts = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')) as Count);
console.log(`\n${describeCount(sumOf(counts))}`);
