/*
 * What the compiler cannot see: unsafe types, forgotten promises, files and functions that grew too long, and the few doors
 * (clock, settings, logger) through which alone code may reach the machine. Formatting is Prettier's; boundaries between
 * folders are dependency-cruiser's.
 */
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
/** Oxlint has it from ESLint itself. */
const refused = (...selectors) => ({ 'eslint-js/no-restricted-syntax': ['error', ...selectors] });

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

const linesMax = { skipBlankLines: true, skipComments: true };
const shortFiles = { 'max-lines': ['error', { max: 300, ...linesMax }] };
const shortFunctions = { 'max-lines-per-function': ['error', { max: 50, ...linesMax }] };
const unusedVariables = ['error', { ignoreRestSiblings: true }];

/** What the strict and the stylistic sets of typescript-eslint ask for beyond what is wrong for sure, which oxlint looks for anyway. */
const typescript = Object.fromEntries(
  `ban-ts-comment no-confusing-void-expression no-deprecated no-dynamic-delete no-empty-object-type no-explicit-any
   no-extraneous-class no-generated-empty-object-type no-invalid-void-type no-misused-promises no-mixed-enums
   no-namespace no-non-null-asserted-nullish-coalescing no-non-null-assertion no-require-imports
   no-unnecessary-boolean-literal-compare no-unnecessary-condition no-unnecessary-template-expression
   no-unnecessary-type-arguments no-unnecessary-type-assertion no-unnecessary-type-constraint
   no-unnecessary-type-conversion no-unsafe-argument no-unsafe-assignment no-unsafe-call no-unsafe-enum-assignment
   no-unsafe-enum-comparison no-unsafe-function-type no-unsafe-member-access no-unsafe-return only-throw-error
   prefer-literal-enum-member prefer-promise-reject-errors prefer-reduce-type-parameter prefer-return-this-type
   related-getter-setter-pairs require-await restrict-plus-operands return-await switch-exhaustiveness-check
   unified-signatures use-unknown-in-catch-callback-variable adjacent-overload-signatures array-type ban-tslint-comment
   class-literal-property-style consistent-generic-constructors consistent-indexed-object-style
   consistent-type-assertions consistent-type-definitions dot-notation no-confusing-non-null-assertion
   no-inferrable-types non-nullable-type-assertion-style prefer-find prefer-for-of prefer-function-type prefer-includes
   prefer-nullish-coalescing prefer-optional-chain prefer-regexp-exec prefer-string-starts-ends-with`
    .split(/\s+/)
    .map((rule) => [`typescript/${rule}`, 'error']),
);
/** Texts sort well by themselves, and what people may write is told from control characters. */
const wrongHere = { 'typescript/require-array-sort-compare': 'off', 'no-control-regex': 'off' };
const javascript = {
  ...wrongHere,
  ...{ eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error', 'no-unused-vars': unusedVariables },
  ...{ 'no-array-constructor': 'error', 'no-useless-constructor': 'error' },
  ...{ 'prefer-rest-params': 'error', 'prefer-spread': 'error' },
};

/** Programs that people or scripts talk to on the command line, and what only starts processes. */
const commandLine = ['apps/*/src/main.ts', 'apps/cli/**', 'apps/standalone/**', 'apps/stack/**'];
/** They measure, start or imitate the outside world and live on the machine's own time and environment. */
const outsidePlaza = ['apps/gateway-simulator/**', 'apps/stack/**', 'libs/engines/**'];
/** It lives on the time of the reader's machine, and has no environment. */
const inBrowsers = ['apps/backoffice/**'];
const specs = ['**/*.spec.ts'];

export default {
  plugins: ['typescript'],
  jsPlugins: [{ name: 'eslint-js', specifier: 'oxlint-plugin-eslint' }],
  categories: { correctness: 'error' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error', maxWarnings: 0 },
  ignorePatterns: [
    ...['**/node_modules/', 'dist/', 'dist.*/', 'coverage/', '.plaza/', '**/fixtures/'],
    // Written by `npm run client`.
    'libs/client/src/schema.ts',
    // Written by `npm run asyncapi`.
    'apps/api/src/asyncapi/event-schemas.ts',
  ],
  rules: { ...javascript, ...shortFiles },
  overrides: [
    {
      files: ['**/*.{ts,tsx}'],
      rules: {
        ...typescript,
        ...refused(...names, parameters),
        'no-restricted-imports': noForeignInside,
        'max-params': ['error', 6],
        'no-empty-function': 'error',
        'typescript/switch-exhaustiveness-check': [
          'error',
          { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
        ],
        // A Nest module or a DTO is a class for its decorators.
        'typescript/no-extraneous-class': ['error', { allowWithDecorator: true }],
        'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
        'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
        'typescript/no-unnecessary-condition': [
          'error',
          { allowConstantLoopConditions: 'only-allowed-literals' },
        ],
      },
    },
    {
      files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts', 'bench/**/*.ts', 'chaos/**/*.ts'],
      excludeFiles: specs,
      rules: shortFunctions,
    },
    {
      files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts'],
      excludeFiles: specs,
      rules: { 'no-console': 'error', ...refused(...names, parameters, ...time, chance, ...environment) },
    },
    { files: [...commandLine, ...outsidePlaza], rules: { 'no-console': 'off' } },
    { files: commandLine, rules: refused(...names, parameters, ...time, chance) },
    { files: ['libs/platform/src/clock.ts'], rules: refused(...names, parameters, chance, ...environment) },
    { files: ['libs/platform/src/settings.ts'], rules: refused(...names, parameters, ...time, chance) },
    { files: [...outsidePlaza, ...inBrowsers], rules: refused(...names, parameters) },
    {
      files: ['test/**/*.ts', ...specs],
      rules: {
        'no-console': 'error',
        // expect(object.method) and doubles that answer at once are everyday in tests.
        'typescript/unbound-method': 'off',
        'typescript/require-await': 'off',
        // Matchers such as expect.any() are `any`, and so is the body of an answer until the test has looked at it.
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-return': 'off',
        'typescript/no-unsafe-call': 'off',
        // A row of a table arrives as parameters.
        'max-params': 'off',
        ...refused(...names),
      },
    },
    {
      files: ['test/support/client.ts', 'test/deploy/aws-templates.ts'],
      // They know what they read as a stranger does: what it holds, the test that asked says.
      rules: { 'typescript/no-explicit-any': 'off' },
    },
    {
      files: ['**/*.{js,mjs,cjs}'],
      env: { node: true, es2024: true },
      rules: { ...shortFunctions, 'no-undef': 'error', 'typescript/unbound-method': 'off' },
    },
    { files: ['**/*.cjs'], env: { commonjs: true } },
  ],
};
