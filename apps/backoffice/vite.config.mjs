// How the back office is built: into files named by their content, each kept compressed beside itself so that serving it costs nothing.
// What it knows of the REST face comes from the client that is generated for programs outside.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const project = resolve(root, '../..');

/** Below this, compressing saves less than it costs. */
const COMPRESSED_FROM_BYTES = 1_024;
/** A tenth of the time of the highest quality, for three hundredths more bytes. */
const BROTLI_QUALITY = 9;

function compressed() {
  let assets;
  return {
    name: 'plaza-compressed',
    configResolved: ({ build }) => {
      assets = join(resolve(root, build.outDir), 'assets');
    },
    closeBundle: () => {
      for (const name of readdirSync(assets)) {
        const bytes = readFileSync(join(assets, name));
        if (bytes.length < COMPRESSED_FROM_BYTES) continue;
        const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
        writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes, { params }));
        writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes));
      }
    },
  };
}

export default defineConfig({
  root,
  base: '/backoffice/',
  cacheDir: join(project, 'node_modules', '.cache', 'vite'),
  resolve: { alias: { '@plaza/client': join(project, 'libs', 'client', 'src', 'index.ts') } },
  build: {
    outDir: join(project, 'dist.backoffice'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
    // An asset in an address would need a wider content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Packages say of their files that they are for browsers, as all of these are.
      onLog: (level, log, say) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') say(level, log);
      },
    },
  },
  plugins: [compressed()],
});
