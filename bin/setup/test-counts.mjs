// How many tests passed and failed, from the reports that the test runners write.
import { readFileSync } from 'node:fs';

const NO_REPORT = { passed: 0, failed: 1 };

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** A file that could not be loaded holds no tests and is one failure. */
export function countVitest(file) {
  const report = readReport(file);
  if (!report) return NO_REPORT;
  const broken = report.testResults.filter(
    (one) => one.status === 'failed' && !one.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed };
}

/** A flaky test is a failed one: retries are 0. Errors outside any test count too. */
export function countPlaywright(file) {
  const report = readReport(file);
  if (!report) return NO_REPORT;
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}
