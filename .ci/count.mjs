// Adds up what the test runs wrote, and says it in one line.
import { readFileSync } from 'node:fs';

const totals = { passed: 0, failed: 0, skipped: 0 };
for (const file of process.argv.slice(2)) {
  const run = JSON.parse(readFileSync(file, 'utf8'));
  totals.passed += run.numPassedTests;
  totals.failed += run.numFailedTests;
  totals.skipped += run.numPendingTests + run.numTodoTests;
}
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
