import tseslint from 'typescript-eslint'

/** Type-aware rules that catch what breaks at run time; layout belongs to Prettier, structure to tests/guards. */
export default tseslint.config(
  { ignores: ['node_modules', 'build', '.data', '.cache', 'public', 'db/schema.ts', '*.config.js', '.ci'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Remix answers a refusal by throwing a Response, or data with a status.
      '@typescript-eslint/only-throw-error': [
        'error',
        {
          allow: [
            { from: 'lib', name: 'Response' },
            { from: 'package', name: 'DataWithResponseInit', package: '@remix-run/router' },
          ],
        },
      ],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // What is made here is made of closures, not of classes: a function taken off its object needs no `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['scripts/**', 'tests/**'], rules: { 'no-console': 'off' } },
)
