import tseslint from 'typescript-eslint';

const pure = {
  files: ['src/kernel/**/*.ts', 'src/**/rules.ts', 'src/**/rules/**/*.ts', 'src/**/*.rules.ts'],
  rules: {
    'no-restricted-syntax': [
      'error',
      { selector: ':function[async=true]', message: 'Rules are values to values: nothing to wait for.' },
      { selector: 'ThrowStatement', message: 'Rules answer with typed refusals.' },
      { selector: 'Decorator', message: 'Rules know no framework.' },
      { selector: "NewExpression[callee.name='Date']", message: 'Time comes in as an argument.' },
    ],
    'no-restricted-globals': ['error', 'Date', 'process', 'setTimeout', 'setInterval', 'fetch', 'performance', 'crypto'],
    'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
  },
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', 'schema/', 'console/src/api/documents/', '*.js', '.dependency-cruiser.cjs'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
    },
  },
  pure,
  { files: ['workers/**/*.ts'], rules: { 'max-lines': ['error', { max: 30 }] } },
  // A page's markup is long without being deep.
  { files: ['console/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 140, skipComments: true }] } },
  { files: ['tests/**/*.ts', 'bench/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
);
