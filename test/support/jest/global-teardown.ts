/** After a run: no engine is left. */
import { stopEngines } from './engines';

export default stopEngines;
