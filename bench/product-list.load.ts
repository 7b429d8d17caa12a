/** Asks for one address, in a process of its own so that it takes no time from the server that it measures. */
import { ask, askingSchema } from './support/asking';
import { answerRequests } from './support/child';

answerRequests(askingSchema, (asking) => ask(asking));
