import { defineConfig } from 'vitest/config';

import { findChromium, leftOut } from './test/support/chromium.ts';
import { LongAmongShort } from './test/support/long-among-short.ts';

const needsPostgres = ['test/platform/**/*.test.ts', 'test/e2e/**/*.test.ts', 'test/playground/**/*.test.ts'];
const needsChromium = ['test/browser/**/*.test.ts'];
const hasChromium = findChromium() !== null;

/* Nothing of the bot's lives in its modules: the files of one worker share them, loaded and warm. */
const everywhere = {
  pool: 'forks',
  isolate: false,
  testTimeout: 20_000,
  hookTimeout: 20_000,
} as const;

/* So long that a condition which is waited for ends a test by its own words first. */
const withPostgres = {
  ...everywhere,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  globalSetup: ['test/support/postgres-setup.ts'],
  /* Five journeys on two cores: where one of them starves it goes once more, and the report says so. A second time it counts. */
  retry: process.env['CI'] === undefined ? 0 : 1,
};

export default defineConfig({
  test: {
    watch: false,
    /* On two cores: a journey mostly waits, since a channel takes one message a second. */
    maxWorkers: 5,
    sequence: { sequencer: LongAmongShort },
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
      {
        test: {
          ...withPostgres,
          name: 'postgres',
          /* In one project they run side by side: a browser works where a journey waits. */
          include: [...needsPostgres, ...(hasChromium ? needsChromium : [])],
        },
      },
    ],
  },
});
