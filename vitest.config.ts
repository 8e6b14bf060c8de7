import { defineConfig } from 'vitest/config';

import { findChromium, leftOut } from './test/support/chromium.ts';

const needsPostgres = ['test/platform/**/*.test.ts', 'test/e2e/**/*.test.ts', 'test/playground/**/*.test.ts'];
const needsChromium = ['test/browser/**/*.test.ts'];
const hasChromium = findChromium() !== null;

const everywhere = {
  pool: 'forks',
  testTimeout: 20_000,
  hookTimeout: 20_000,
} as const;

/* So long that a condition which is waited for ends a test by its own words first. */
const withPostgres = {
  ...everywhere,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  globalSetup: ['test/support/postgres-setup.ts'],
};

export default defineConfig({
  test: {
    watch: false,
    /* On two cores: a journey mostly waits, since a channel takes one message a second. */
    maxWorkers: 3,
    reporters: hasChromium ? ['default'] : ['default', leftOut],
    projects: [
      {
        test: {
          ...everywhere,
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: [...needsPostgres, ...needsChromium],
        },
      },
      { test: { ...withPostgres, name: 'postgres', include: needsPostgres } },
      ...(hasChromium ? [{ test: { ...withPostgres, name: 'browser', include: needsChromium } }] : []),
    ],
  },
});
