/*
 * Tells a run calmly: a line per test file, the story of every failure, and the counts as JSON for scripts/test.mjs, which
 * must not have to guess them from text. Used by `npm test`; `npx jest` keeps Jest's own reporter.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** The described part that a skipped test belongs to: a whole part without its engine is told once. */
const partOf = ({ ancestorTitles, fullName }, file) =>
  ancestorTitles.find((title) => / on (Kafka|Redis|Chromium) \(.+\)$/.test(title)) ??
  `${fullName} (by its own file, ${file})`;

export default class CalmReporter {
  #rootDir;
  #reportFile = process.env.PLAZA_TEST_REPORT;
  #skipped = new Set();
  #running = new Set();
  #results;

  constructor({ rootDir }) {
    this.#rootDir = rootDir;
  }

  onRunStart(results) {
    this.#write(results);
  }

  onTestFileStart(test) {
    this.#running.add(relative(this.#rootDir, test.path));
    this.#write(this.#results);
  }

  onTestFileResult(test, result, results) {
    const file = relative(this.#rootDir, test.path);
    const outcomes = result.testResults;
    this.#running.delete(file);
    for (const outcome of outcomes) {
      if (['pending', 'todo', 'disabled'].includes(outcome.status)) this.#skipped.add(partOf(outcome, file));
    }
    const failed = result.numFailingTests + (result.testExecError ? 1 : 0);
    const counts = [
      `${result.numPassingTests} passed`,
      failed > 0 ? `${failed} failed` : '',
      result.numPassingTests + failed < outcomes.length ? 'some skipped' : '',
    ];
    const mark = failed > 0 ? '✗' : '·';
    const duration = seconds(result.perfStats.end - result.perfStats.start);
    console.log(`    ${mark} ${file}: ${counts.filter(Boolean).join(', ')} (${duration})`);
    for (const { type, message, origin } of result.console ?? []) {
      console.log(`      console.${type}: ${message}\n${origin.split('\n').slice(0, 2).join('\n')}`);
    }
    if (result.failureMessage) console.log(result.failureMessage);
    this.#write(results);
  }

  onRunComplete(_contexts, results) {
    if (results.runExecError) console.log(results.runExecError.stack ?? results.runExecError.message);
    this.#write(results);
  }

  /** Written at every file's start and end, so that a run which is cut short still tells how far it came and what it was at. */
  #write(results) {
    this.#results = results;
    if (!this.#reportFile) return;
    const report = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites + (results.runExecError ? 1 : 0),
      skipped: results.numPendingTests + results.numTodoTests,
      skippedParts: [...this.#skipped].sort(),
      running: [...this.#running],
    };
    writeFileSync(this.#reportFile, JSON.stringify(report));
  }
}
