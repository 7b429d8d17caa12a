/*
 * Jest on Node 20 loads everything through `require` and cannot load ES modules, while some packages are published as nothing else. Most
 * are CommonJS by the time they get here (scripts/packages.mjs); of those that are used where they lie this transformer compiles exactly these
 * files, and hands every other file on untouched.
 */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { dirname, extname, join } = require('node:path');
const swc = require('@swc/core');

const ownSource = readFileSync(__filename);

const compilation = {
  swcrc: false,
  configFile: false,
  isModule: 'unknown',
  sourceMaps: false,
  jsc: { target: 'es2022', parser: { syntax: 'ecmascript' }, keepClassNames: true },
  module: { type: 'commonjs', strictMode: true },
};

const moduleTypes = new Map();

/** "module" or "commonjs", as Node decides it: by the nearest package.json upwards. */
function moduleTypeOf(folder) {
  const known = moduleTypes.get(folder);
  if (known) return known;
  const type = readModuleType(folder);
  moduleTypes.set(folder, type);
  return type;
}

function readModuleType(folder) {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return manifest.type === 'module' ? 'module' : 'commonjs';
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const parent = dirname(folder);
  return parent === folder ? 'commonjs' : moduleTypeOf(parent);
}

/** A CommonJS file may still hold `import()`, which needs a hook that Jest does not offer there. */
function mustBeCompiled(source, path) {
  const extension = extname(path);
  if (extension === '.mjs') return true;
  if (extension === '.js' && moduleTypeOf(dirname(path)) === 'module') return true;
  return /\bimport\s*\(/.test(source);
}

/** Of a script, swc leaves `import()` as it is. One that was compiled from a module says that it is strict, and can be read as one. */
const isModuleFor = (source) => (/^\s*['"]use strict['"]/.test(source) ? true : compilation.isModule);

module.exports = {
  canInstrument: false,

  process(source, path) {
    if (!mustBeCompiled(source, path)) return { code: source };
    // The block lets a file declare its own `__dirname` or `require`, as ES modules do, beside the ones CommonJS puts around it.
    const options = { ...compilation, isModule: isModuleFor(source), filename: path };
    return { code: `'use strict'; {${swc.transformSync(source, options).code}\n}` };
  },

  getCacheKey(source, path) {
    return createHash('sha256')
      .update(ownSource)
      .update(swc.version)
      .update(JSON.stringify(compilation))
      .update(mustBeCompiled(source, path) ? path : '')
      .update('\0')
      .update(source)
      .digest('hex');
  },
};
