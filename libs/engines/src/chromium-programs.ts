// Finds a Chromium, in which tests look at the back office: the machine's own, or Debian's.
import { findDebianProgram, type DebianPackage, type DebianProgram } from './debian-packages';

const chromium: DebianPackage = {
  title: 'Chromium',
  name: 'chromium',
  folder: 'chromium',
  // Without the shell script before it, which looks for things that only an installation has.
  program: 'usr/lib/chromium/chromium',
  size: '125 MB',
};

/**
 * Chromium, fetched into `programsFolder` when the machine has none.
 *
 * @throws EngineUnavailable with the reason when it cannot be had
 */
export const findChromium = (programsFolder: string, log?: (line: string) => void): Promise<DebianProgram> =>
  findDebianProgram(chromium, programsFolder, log);
