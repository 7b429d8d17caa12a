/*
 * Leads what the sources import from `node_modules` to the few files that were made of it (scripts/packages.mjs). Whatever packages import
 * themselves is looked for as always.
 */
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const installed = resolve(__dirname, '../../../node_modules');
const folder = join(installed, '.cache', 'plaza-packages');
const names = new Set(JSON.parse(readFileSync(join(folder, 'names.json'), 'utf8')));

module.exports = {
  sync: (name, options) =>
    names.has(name) && !options.basedir.startsWith(installed)
      ? join(folder, `${name}.js`)
      : options.defaultResolver(name, options),
};
