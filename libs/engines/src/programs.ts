/** Where the programs of Plaza were built to, found from the sources as from what was built from them. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of Plaza itself, in which `package.json` lies. */
export const projectRoot = rootAbove(__dirname);

/** @param path below `dist`, as `apps/api/src/main.js` */
export function builtProgram(path: string): string {
  return join(projectRoot, 'dist', path);
}

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('There is no package.json above the program');
  return rootAbove(above);
}
