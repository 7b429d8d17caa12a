/** Before a run: the engines that its files need, and the keys. */
import { makeKeys } from '../keys';
import { startEngines } from './engines';
import { neededEngines, type Files, type Run } from './needed-engines';

export default (run: Run, files: Files): Promise<void> => {
  makeKeys();
  return startEngines(neededEngines(run, files));
};
