/*
 * Jest compiles whatever a test file loads anew for every test file, all of Plaza and its packages, which costs as much as many of the tests.
 * What a script becomes does not depend on the context that it is run in, so here every process compiles a file once, and what its
 * functions became when they were first called is kept as well. Jest has no setting for that; it asks node:vm each time.
 */
const vm = require('node:vm');

const compileAnew = vm.compileFunction;
const compiled = new Map();

function compileOnce(source, parameters, options) {
  const { filename, importModuleDynamically } = options;
  const known = compiled.get(filename);
  if (known?.source === source) return known.script;
  const head = `(function (${parameters.join(', ')}) {`;
  const script = new vm.Script(`${head}${source}\n})`, {
    filename,
    importModuleDynamically,
    // Places in the source are as if the head were not there.
    columnOffset: -head.length,
  });
  compiled.set(filename, { source, script });
  return script;
}

vm.compileFunction = (source, parameters, options) =>
  options?.parsingContext
    ? compileOnce(source, parameters, options).runInContext(options.parsingContext)
    : compileAnew(source, parameters, options);
