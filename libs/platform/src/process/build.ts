/** Which Plaza this is: the version that package.json names, above the sources as above what was built from them. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface PackageFile {
  version: string;
}

export const buildVersion = versionAbove(__dirname);

function versionAbove(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as PackageFile).version;
  const above = dirname(folder);
  if (above === folder) throw new Error('There is no package.json above the program');
  return versionAbove(above);
}
