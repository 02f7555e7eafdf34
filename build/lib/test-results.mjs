/** Adds up what the test runners report. */
import { existsSync, readFileSync } from 'node:fs';

export const noTests = { passed: 0, failed: 0, skipped: 0 };

export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** Reads Vitest's JSON report; one failure when there is none, for then the run broke down. */
export function readVitest(file) {
  if (!existsSync(file)) return { ...noTests, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  // A file that could not even be loaded has no tests to fail.
  const failed = numFailedTests || numFailedTestSuites;
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

/** Reads Playwright's JSON report. */
export function readPlaywright(file) {
  if (!existsSync(file)) return { ...noTests, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    flaky: stats.flaky,
  };
}
