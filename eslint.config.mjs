/*
 * What the compiler cannot see: unsafe types, forgotten promises, files and functions that grew too long, and the few doors
 * (clock, settings, logger) through which alone code may reach the machine. Formatting is Prettier's; boundaries between
 * folders are dependency-cruiser's.
 */
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const byClock = 'Take the time from the Clock of @plaza/platform: a test moves it.';
const time = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: byClock },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: byClock },
  { selector: "CallExpression[callee.name='Date']", message: byClock },
];
const chance = {
  selector: "MemberExpression[object.name='Math'][property.name='random']",
  message:
    'Ids come from newId() of @plaza/platform, secrets from node:crypto; chance elsewhere is handed in.',
};
const bySettings = 'The environment is read in one place: settings.ts of @plaza/platform.';
const environment = [
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: bySettings },
  {
    selector: "VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env']",
    message: bySettings,
  },
];
const names = [
  {
    selector: ':matches(ClassDeclaration, TSInterfaceDeclaration)[id.name=/(Manager|Helper|Utils?)$/]',
    message: 'Say what it does: this word says nothing.',
  },
];
const parameters = {
  selector:
    ':matches(FunctionDeclaration, ArrowFunctionExpression, MethodDefinition[kind!="constructor"] > FunctionExpression)[params.length>5]',
  message: 'More than five parameters: give them a name as one object.',
};

const noForeignInside = [
  'error',
  {
    paths: [
      {
        name: 'node:process',
        message: 'Use the global process; its environment is read by settings.ts alone.',
      },
    ],
    patterns: [
      {
        regex: '^@plaza/[^/]+/',
        message: 'A lib is entered by its index.ts only: import from @plaza/<lib>.',
      },
      { regex: '^\\.\\..*/libs/', message: 'Write @plaza/<lib>.' },
      { regex: '(^|/)dist(/|$)', message: 'Built files are not sources.' },
    ],
  },
];

/** Programs that people or scripts talk to on the command line, and what only starts processes. */
const commandLine = ['apps/*/src/main.ts', 'apps/cli/**', 'apps/standalone/**', 'apps/stack/**'];
/** They measure, start or imitate the outside world and live on the machine's own time and environment. */
const outsidePlaza = ['apps/gateway-simulator/**', 'apps/stack/**', 'libs/engines/**'];
/** It lives on the time of the reader's machine, and has no environment. */
const inBrowsers = ['apps/backoffice/**'];
const specs = ['**/*.spec.ts'];

export default defineConfig(
  {
    ignores: [
      ...['**/node_modules/', 'dist/', 'dist.*/', 'coverage/', '.plaza/', '**/fixtures/'],
      // Written by `npm run client`.
      'libs/client/src/schema.ts',
      // Written by `npm run asyncapi`.
      'apps/api/src/asyncapi/event-schemas.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-restricted-imports': noForeignInside,
      'no-restricted-syntax': ['error', ...names, parameters],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 6],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      // A Nest module or a DTO is a class for its decorators.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Nest types its options as classes and means any object of that shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // It also refuses what a signature says truthfully, such as a provider's factory and its parameters.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },

  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts', 'bench/**/*.ts', 'chaos/**/*.ts'],
    ignores: specs,
    rules: { 'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts'],
    ignores: specs,
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...names, parameters, ...time, chance, ...environment],
    },
  },
  {
    files: [...commandLine, ...outsidePlaza],
    rules: { 'no-console': 'off' },
  },
  {
    files: commandLine,
    rules: { 'no-restricted-syntax': ['error', ...names, parameters, ...time, chance] },
  },
  {
    files: ['libs/platform/src/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', ...names, parameters, chance, ...environment] },
  },
  {
    files: ['libs/platform/src/settings.ts'],
    rules: { 'no-restricted-syntax': ['error', ...names, parameters, ...time, chance] },
  },
  {
    files: [...outsidePlaza, ...inBrowsers],
    rules: { 'no-restricted-syntax': ['error', ...names, parameters] },
  },
  {
    files: ['test/**/*.ts', ...specs],
    rules: {
      'no-console': 'error',
      // expect(object.method) and doubles that answer at once are everyday in tests.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      // Matchers such as expect.any() are `any`, and so is the body of an answer until the test has looked at it.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      // A row of a table arrives as parameters.
      'max-params': 'off',
      'no-restricted-syntax': ['error', ...names],
    },
  },
  {
    files: ['test/support/client.ts', 'test/deploy/aws-templates.ts'],
    // They know what they read as a stranger does: what it holds, the test that asked says.
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },

  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.base, tseslint.configs.eslintRecommended],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'URL',
          'fetch',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'setInterval',
          'clearInterval',
          'performance',
          'AbortSignal',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      eqeqeq: 'error',
      'no-undef': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-unreachable': 'error',
      'no-dupe-keys': 'error',
      'no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'readonly', require: 'readonly', __filename: 'readonly', __dirname: 'readonly' },
    },
  },
);
