/*
 * How Jest runs here: TypeScript through swc with the very options that production is built with, packages from
 * few files that are made of them, whatever else is an ES module of `node_modules` through our own transformer, engines brought up once per run. It lies here, not in the root; package.json points to it.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundlePackages } from '../../../scripts/packages.mjs';

await bundlePackages();

const rootDir = resolve(import.meta.dirname, '../../..');
const { $schema, ...production } = JSON.parse(readFileSync(resolve(rootDir, '.swcrc'), 'utf8'));

const swcOptions = {
  ...production,
  swcrc: false,
  configFile: false,
  jsc: {
    ...production.jsc,
    baseUrl: rootDir,
    paths: { ...production.jsc.paths, '#test/*': ['./test/support/*'] },
  },
};

export default {
  rootDir,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testRegex: '\\.(e2e-)?spec\\.ts$',
  testPathIgnorePatterns: ['/node_modules/', '/fixtures/'],
  modulePathIgnorePatterns: ['<rootDir>/dist(\\.[a-z.]+)?/', '<rootDir>/.plaza/', '/fixtures/'],
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json', 'node'],
  resolver: '<rootDir>/test/support/jest/resolver.cjs',
  testEnvironment: '<rootDir>/test/support/jest/environment.cjs',
  // What `require` of an ES module looks for in Node 20.19 and newer, so that tests get the files that production gets.
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'module-sync'] },
  transform: {
    '\\.ts$': ['@swc/jest', swcOptions],
    '\\.(js|mjs|cjs)$': '<rootDir>/test/support/jest/esm-packages.transformer.cjs',
  },
  transformIgnorePatterns: ['<rootDir>/node_modules/.cache/'],
  globalSetup: '<rootDir>/test/support/jest/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/jest/global-teardown.ts',
  testTimeout: 30_000,
  maxWorkers: 2,
  // A worker that has loaded many applications is replaced between files rather than let grow.
  workerIdleMemoryLimit: '1GB',
};
