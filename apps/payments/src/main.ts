/** The process that takes the payment stream and asks the gateway. */
import { startConsumers } from '@plaza/messaging';
import { runProcess, startApp } from '@plaza/platform';
import { PaymentsAppModule } from './payments-app.module';

void runProcess({
  name: 'payments',
  variables: process.env,
  start: (parts) =>
    startApp({ ...parts, name: 'payments', modules: [PaymentsAppModule], prepare: startConsumers }),
});
