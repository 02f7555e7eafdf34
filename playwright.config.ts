import { defineConfig } from '@playwright/test';

const browser = process.env['BRULION_TEST_BROWSER'] ?? '/usr/bin/chromium';
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  outputDir: '.cache/playwright',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  // A second try is told in the closing lines of `npm test`; it is a fault to be found, in the test or in us.
  retries: 1,
  forbidOnly: true,
  reporter: [
    ['list'],
    [
      'json',
      { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? '.cache/test-results/playwright.json' },
    ],
  ],
  projects: [
    {
      name: 'app',
      testDir: 'tests/e2e',
      use: {
        browserName: 'chromium',
        viewport: { width: 1280, height: 800 },
        trace: 'retain-on-failure',
        screenshot: 'only-on-failure',
        launchOptions: {
          ...(browser === 'playwright' ? {} : { executablePath: browser }),
          args: [
            ...(asRoot ? ['--no-sandbox'] : []),
            '--disable-gpu',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            '--no-first-run',
          ],
        },
      },
    },
    { name: 'electron', testDir: 'tests/electron' },
  ],
});
