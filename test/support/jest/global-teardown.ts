/** After a run: no engine is left, nor what was kept for it. */
import { forgetTexts } from '../kept-text';
import { stopEngines } from './engines';

export default (): Promise<void> => {
  forgetTexts();
  return stopEngines();
};
