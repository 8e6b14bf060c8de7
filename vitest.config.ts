import { defineConfig } from 'vitest/config';

const needsPostgres = ['test/platform/**/*.test.ts', 'test/e2e/**/*.test.ts', 'test/playground/**/*.test.ts'];

const everywhere = {
  pool: 'forks',
  testTimeout: 20_000,
  hookTimeout: 20_000,
} as const;

export default defineConfig({
  test: {
    watch: false,
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      {
        test: { ...everywhere, name: 'pure', include: ['test/**/*.test.ts'], exclude: needsPostgres },
      },
      {
        test: {
          ...everywhere,
          name: 'postgres',
          include: needsPostgres,
          globalSetup: ['test/support/postgres-setup.ts'],
        },
      },
    ],
  },
});
