import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'artifacts/e2e',
  globalSetup: './scripts/lib/e2e-setup.ts',
  // Two kiosks side by side, each with its own gateway, data folder and simulators: most of a test is waiting. More of
  // them would slow the pages on two cores.
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: 'artifacts/test/playwright.json' }]],
});
