import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** The longest file of all, which all others fit beside: last, it would keep one core busy alone. */
const longest = /\/conformance\/conformance\.test\.ts$/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification) => longest.test(moduleId);
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}

/** Unit and component tests. The suffix of a test decides where it runs: `.test.ts` in node, `.test.tsx` in jsdom. */
export default defineConfig({
  plugins: [react()],
  test: {
    // No test is timed: the limits only end what would never end, on the slowest machine too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // More than cores: some tests wait for a process that they have started.
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // Nothing under test keeps state in a module, so one process can read every module once.
          isolate: false,
          include: ['{src,cli,mocks,proxy,conformance,scripts,e2e/cluster}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          // As above, and one window serves all files: what a test renders or stores, it takes away again.
          isolate: false,
          setupFiles: ['src/test-setup.ts'],
          include: ['{src,cli}/**/*.test.tsx'],
        },
      },
    ],
  },
});
