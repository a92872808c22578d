import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

/**
 * `TIER=unit` runs `*.spec.ts` beside pure code without a database; any other value adds the database tests in `test/`.
 * @type {import('jest').Config}
 */
export default {
  rootDir,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  roots: process.env.TIER === 'unit' ? ['<rootDir>/libs', '<rootDir>/apps'] : ['<rootDir>/test'],
  testMatch: process.env.TIER === 'unit' ? ['**/*.spec.ts'] : ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/test/portal/', '/test/house/'],
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
  ...(process.env.TIER === 'unit' ? {} : { globalSetup: '<rootDir>/test/support/global-setup.mjs', globalTeardown: '<rootDir>/test/support/global-teardown.mjs' }),
  maxWorkers: 2,
  workerIdleMemoryLimit: '768MB',
  testTimeout: 60_000,
};
