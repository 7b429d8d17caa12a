/** Before a run: the engines that its files need. */
import { startEngines } from './engines';
import { neededEngines, type Files, type Run } from './needed-engines';

export default (run: Run, files: Files): Promise<void> => startEngines(neededEngines(run, files));
