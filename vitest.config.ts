import { defineConfig } from 'vitest/config';

/** Unit tests sit beside the code they test; whole journeys in a real Chromium are in tests/. */
export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', 'dist/**', 'kiosk-data/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{bin,browser-shell,cli,core,demo,drivers,electron,enrolment-sync,foreign-cards,health-card,models,renderer}/**/*.test.ts',
          ],
        },
      },
      { extends: true, test: { name: 'journeys', include: ['tests/**/*.test.ts'], fileParallelism: false } },
    ],
  },
});
