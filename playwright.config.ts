import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'artifacts/e2e',
  globalSetup: './scripts/lib/e2e-setup.ts',
  // One kiosk at a time: the tests own the display, and timing is part of what they look at.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'artifacts/test/playwright.json' }]],
});
