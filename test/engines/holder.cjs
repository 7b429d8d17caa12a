/*
 * A process that holds a PostgreSQL server and is there to be killed: started with folder and port, it says "holding" and the
 * server's pid once the server runs. It compiles the sources itself, so that it shows what they do and not an older build.
 */
const { transformFileSync } = require('@swc/core');

require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file).code, file);
const { startPostgres } = require('../../libs/engines/src/index.ts');

const [folder, port] = process.argv.slice(2);
startPostgres({ folder, port: Number(port), throwaway: true }).then(
  ({ pid }) => console.log(`holding ${pid}`),
  (error) => console.log(`refused: ${error.message}`),
);
