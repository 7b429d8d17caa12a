/** The process that takes the payment stream and asks the gateway. */
import { startConsumers } from '@plaza/messaging';
import { runProcess, startApp } from '@plaza/platform';
import { PaymentsAppModule } from './payments-app.module';

void runProcess({
  name: 'payments',
  // Beside the api on one machine; health and metrics are all that is served there.
  variables: { PORT: '3001', ...process.env },
  start: (parts) =>
    startApp({ ...parts, name: 'payments', modules: [PaymentsAppModule], prepare: startConsumers }),
});
