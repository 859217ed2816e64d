import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { root } from './project.mjs';

/** The engine is handed time and chance; asking for them would make its answers depend on where it runs. */
const IMPURE = ['Date', 'process', 'console', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'Buffer'];

const ENVIRONMENT = 'Read the environment through config/environment.ts.';

/** Ways to leave a test out, or all others, without anyone noticing. */
const leftOut = ['test', 'it', 'describe'].flatMap((object) =>
  ['skip', 'only', 'todo'].map((property) => ({ object, property, message: 'A test runs, or it goes.' })),
);

/** A rule takes its list once for a file, so what holds everywhere is repeated where a folder adds to it. */
const noEnvironment = { object: 'process', property: 'env', message: ENVIRONMENT };

export default defineConfig(
  { ignores: ['dist/', '.test-build/', 'node_modules/', 'coverage/', '.gavel/'] },
  // An exception belongs here, where it is seen, not beside the line it excuses.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 300],
      'no-console': 'error',
      'no-restricted-properties': ['error', noEnvironment],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'node:process', importNames: ['env'], message: ENVIRONMENT }] },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Numbers in texts read as everyone expects.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // There are no enums of ours; this one would be a quarter of all the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // What is shown over the API is described by a class and filled in as a plain object.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // It has no methods that a copy could lose.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['Environment'] }],
      // A Nest module is a class that only carries its decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    },
  },
  {
    files: ['src/engine/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...IMPURE],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The engine is handed what it needs.' },
        { object: 'Temporal', property: 'Now', message: 'The engine is told what time it is.' },
      ],
    },
  },
  {
    files: ['config/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', noEnvironment, ...leftOut],
      // What comes back over HTTP is untyped; the assertions on it are the check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['test/**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'node:timers/promises', message: 'Wait with eventually().' }] },
      ],
    },
  },
  {
    // What runs the tests is told about the machine by the environment, and leaves out what it has no Redis for.
    files: ['test/support/**/*.ts', 'test/bench/**/*.ts', 'test/chaos/**/*.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'performance', 'URL', 'globalThis', 'Buffer'].map((name) => [name, 'readonly']),
      ),
    },
    rules: { eqeqeq: 'error', 'no-undef': 'error', 'max-lines': ['error', 300] },
  },
);
