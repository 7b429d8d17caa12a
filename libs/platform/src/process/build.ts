/** Which Plaza this is: the version that package.json names, above the sources as above what was built from them. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface PackageFile {
  version: string;
}

/** Where package.json lies, and with it whatever is built or kept beside it. */
export const projectFolder = folderWithPackageFile(__dirname);

const packageFile = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as PackageFile;

export const buildVersion = packageFile.version;

function folderWithPackageFile(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('There is no package.json above the program');
  return folderWithPackageFile(above);
}
