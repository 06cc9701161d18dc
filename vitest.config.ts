import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { rememberCompiled } from './scripts/lib/compile-cache.ts';

rememberCompiled();

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          // Rules and machines keep nothing between two tests, and know no I/O: they share a process.
          name: 'pure',
          environment: 'node',
          isolate: false,
          include: ['{domain,state-machines}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'node',
          environment: 'node',
          include: [
            '{hardware,queue,gateway,electron,scripts}/**/*.test.ts',
            'tests/{unit,faults,bench}/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'processes',
          environment: 'node',
          include: ['tests/{processes,van-run}/**/*.test.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          include: ['renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['scripts/lib/renderer-test-setup.ts'],
        },
      },
    ],
  },
});
