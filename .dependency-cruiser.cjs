/*
 * The walls of this house: libs say what Plaza means, apps say how the world reaches it, contexts stay apart. Every rule is seen
 * to fail on a small tree of its own in test/architecture/boundaries.spec.ts. Types count as imports: knowing is depending.
 */
const specs = '\\.spec\\.ts$';

/** Imports that the packages themselves forbid. */
const sound = [
  {
    name: 'no-cycles',
    comment: 'What imports each other can only be understood, tested and moved together.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that nothing imports and that imports nothing is not part of Plaza.',
    severity: 'error',
    from: { orphan: true, path: '^(apps|libs|bench|chaos)/', pathNot: [specs, '\\.d\\.ts$'] },
    to: {},
  },
  {
    name: 'no-unresolvable',
    comment: 'An import that resolves to nothing fails at start at the latest.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-undeclared-packages',
    comment: 'A package that package.json does not name is there by luck.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'production-imports-no-dev-package',
    comment: 'Development packages are not installed where Plaza runs.',
    severity: 'error',
    // What the browser is given was bundled where they are.
    from: { path: '^(apps|libs)/', pathNot: [specs, '^apps/backoffice/'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'production-imports-no-tests',
    comment: 'What runs in the shop must not need what tries it out.',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: specs },
    to: { path: ['^(test|bench|chaos)/', specs] },
  },
];

const apps = [
  {
    name: 'libs-import-no-app',
    comment: 'Libs say what we mean; they do not know how the world reaches them.',
    severity: 'error',
    from: { path: '^libs/' },
    to: { path: '^apps/' },
  },
  {
    name: 'apps-import-no-app',
    comment:
      'An app is a process; what two of them share belongs in a lib. Only standalone puts them together.',
    severity: 'error',
    from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'standalone-imports-app-modules-only',
    comment:
      'Standalone starts the others by their modules and the simulator by its start; schemas and demo data it shares with the CLI.',
    severity: 'error',
    from: { path: '^apps/standalone/' },
    to: {
      path: '^apps/',
      pathNot: [
        '^apps/standalone/',
        '^apps/(api|payments|worker)/src/[^/]+\\.module\\.ts$',
        '^apps/cli/src/(schemas\\.ts$|demo/)',
        '^apps/gateway-simulator/src/simulator\\.ts$',
      ],
    },
  },
  {
    name: 'strangers-import-no-lib',
    comment: 'The simulator and the back office know Plaza by its published face, as anybody outside does.',
    severity: 'error',
    from: { path: '^apps/(gateway-simulator|backoffice)/' },
    to: { path: '^libs/', pathNot: '^libs/client/' },
  },
  {
    name: 'engines-are-for-starting',
    comment:
      'Who uses a database does not start it: only standalone, stack, the CLI, benchmarks and tests do.',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: ['^libs/engines/', '^apps/(standalone|stack|cli)/', specs] },
    to: { path: '^libs/engines/' },
  },
];

const libs = [
  {
    name: 'apps-enter-libs-by-index',
    comment: 'The index is the face of a lib; everything behind it may move.',
    severity: 'error',
    from: { path: '^(apps|test|bench|chaos)/' },
    to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
  },
  {
    name: 'libs-enter-libs-by-index',
    comment: 'As for apps.',
    severity: 'error',
    from: { path: '^libs/([^/]+)/' },
    to: { path: '^libs/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/$1/'] },
  },
  {
    name: 'contexts-stay-apart',
    comment:
      'A context imports platform, messaging, audit and itself. What it wants to know of another, an app or an event brings. Reports alone ask all of them, and are asked by none.',
    severity: 'error',
    from: {
      path: '^libs/([^/]+)/',
      pathNot: ['^libs/(platform|messaging|audit|engines|orders|reporting)/', specs],
    },
    to: { path: '^libs/', pathNot: '^libs/(platform|messaging|audit|$1)/' },
  },
  {
    name: 'orders-import-no-context-but-catalog',
    comment: 'The one arrow between contexts: orders ask catalog for offers and hold stock there.',
    severity: 'error',
    from: { path: '^libs/orders/', pathNot: specs },
    to: { path: '^libs/', pathNot: '^libs/(platform|messaging|audit|orders|catalog)/' },
  },
  {
    name: 'platform-imports-no-lib',
    comment: 'Everything stands on platform, so platform stands on nothing of ours.',
    severity: 'error',
    from: { path: '^libs/platform/', pathNot: specs },
    to: { path: '^libs/', pathNot: '^libs/platform/' },
  },
  {
    name: 'messaging-imports-platform-only',
    comment: 'Messages are carried without knowing what they say.',
    severity: 'error',
    from: { path: '^libs/messaging/', pathNot: specs },
    to: { path: '^libs/', pathNot: '^libs/(messaging|platform)/' },
  },
  {
    name: 'audit-imports-no-context',
    comment: 'The audit log sees every context from outside.',
    severity: 'error',
    from: { path: '^libs/audit/', pathNot: specs },
    to: { path: '^libs/', pathNot: '^libs/(audit|messaging|platform)/' },
  },
  {
    name: 'client-imports-no-lib',
    comment: 'The client is for programs outside: it knows Plaza by the published description alone.',
    severity: 'error',
    from: { path: '^libs/client/', pathNot: specs },
    to: { path: '^libs/', pathNot: '^libs/client/' },
  },
  {
    name: 'client-is-for-outside',
    comment: 'Who is inside calls the services; tests, benchmarks and the back office come from outside.',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: ['^libs/client/', '^apps/backoffice/', specs] },
    to: { path: '^libs/client/' },
  },
  {
    name: 'engines-import-no-lib',
    comment: 'Engines start before anything of Plaza does.',
    severity: 'error',
    from: { path: '^libs/engines/', pathNot: specs },
    to: { path: '^libs/', pathNot: '^libs/engines/' },
  },
  {
    name: 'rules-know-no-framework',
    comment: 'Entities, events and errors say what is true in the shop, with or without Nest.',
    severity: 'error',
    from: { path: '\\.(entity|events|errors)\\.ts$' },
    to: { path: '(^|/)node_modules/@nestjs/' },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...sound, ...apps, ...libs],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)fixtures/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'require', 'module-sync', 'default'],
    },
  },
};
