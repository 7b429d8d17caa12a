/** The process that reacts: it relays events, takes them for the contexts that care, and runs the jobs. */
import { startConsumers } from '@plaza/messaging';
import { runProcess, startApp } from '@plaza/platform';
import { WorkerModule } from './worker.module';

void runProcess({
  name: 'worker',
  // Beside the api on one machine; health and metrics are all that is served there.
  variables: { PORT: '3002', ...process.env },
  start: (parts) => startApp({ ...parts, name: 'worker', modules: [WorkerModule], prepare: startConsumers }),
});
