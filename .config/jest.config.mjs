import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

/**
 * TIER=unit: `*.spec.ts` beside pure code, no database. TIER=house: the rules of the house, no database. TIER=browser: the portal in a real
 * browser. Unset: the database tests in `test/`.
 */
const tier = process.env.TIER ?? 'database';
const roots = { unit: ['<rootDir>/libs', '<rootDir>/apps'], house: ['<rootDir>/test/house'], browser: ['<rootDir>/test/portal'], database: ['<rootDir>/test'] };
const needs = { database: 'support', browser: 'portal' }[tier];

/** @type {import('jest').Config} */
export default {
  rootDir,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  roots: roots[tier],
  testMatch: tier === 'unit' ? ['**/*.spec.ts'] : ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...(tier === 'database' ? ['/test/portal/', '/test/house/'] : [])],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  ...(needs === undefined ? {} : { globalSetup: `<rootDir>/test/${needs}/global-setup.mjs`, globalTeardown: `<rootDir>/test/${needs}/global-teardown.mjs` }),
  ...(needs === undefined ? {} : { setupFiles: ['<rootDir>/test/support/one-day.ts'] }),
  maxWorkers: tier === 'browser' ? 1 : 2,
  workerIdleMemoryLimit: '768MB',
  // Ten times what the slowest test takes on two idle cores: a busy machine is no failure.
  testTimeout: 300_000,
};
