/** Before a run: the engines that its files need, the keys, and a place for what they make once. */
import { keepTexts } from '../kept-text';
import { makeKeys } from '../keys';
import { startEngines } from './engines';
import { neededEngines, type Files, type Run } from './needed-engines';

export default (run: Run, files: Files): Promise<void> => {
  makeKeys();
  keepTexts();
  return startEngines(neededEngines(run, files));
};
