/**
 * Which engines a run needs, read from the test files that it is about to run: an end-to-end test or one on a fresh database
 * needs PostgreSQL, what calls `describeWith('kafka', …)` needs Kafka. So a run of unit tests waits for nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../needs';

/** What this asks of Jest's global configuration. */
export interface Run {
  rootDir: string;
  testPathPatterns: { toExecutor(options: { rootDir: string }): { isMatch(path: string): boolean } };
}

/** What this asks of Jest's project configuration. */
export interface Files {
  roots: string[];
  testRegex: (string | RegExp)[];
  testPathIgnorePatterns: string[];
}

export interface NeededEngines {
  postgres: boolean;
  kafka: boolean;
  redis: boolean;
  chromium: boolean;
}

export function neededEngines(run: Run, files: Files): NeededEngines {
  const paths = testFiles(run, files);
  const sources = paths.map((path) => readFileSync(path, 'utf8'));
  const needs = (engine: Engine) => sources.some((source) => source.includes(`describeWith('${engine}'`));
  return {
    postgres:
      paths.some((path) => path.endsWith('.e2e-spec.ts')) ||
      sources.some((source) => source.includes("from '#test/database'")),
    kafka: needs('kafka'),
    redis: needs('redis'),
    chromium: needs('chromium'),
  };
}

function testFiles(run: Run, { roots, testRegex, testPathIgnorePatterns }: Files): string[] {
  const chosen = run.testPathPatterns.toExecutor({ rootDir: run.rootDir });
  return roots
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)),
    )
    .filter((path) => testRegex.some((pattern) => new RegExp(pattern).test(path)))
    .filter((path) => !testPathIgnorePatterns.some((pattern) => new RegExp(pattern).test(path)))
    .filter((path) => chosen.isMatch(path));
}
