import tseslint from 'typescript-eslint';

/** Types-aware lint for what Biome cannot see: promises nobody waits for. Everything else is Biome's. */
export default tseslint.config({
  files: ['apps/{hub,worker,cli}/**/*.ts', 'libs/**/*.ts', 'migrations/**/*.ts'],
  extends: [tseslint.configs.base],
  languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: new URL('..', import.meta.url).pathname } },
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  rules: {
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
  },
});
