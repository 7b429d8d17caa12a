/** The process that serves the REST face. It consumes nothing and runs no jobs: those live in `payments` and `worker`. */
import { runProcess, startApp } from '@plaza/platform';
import { ApiModule, prepareApi } from './api.module';

void runProcess({
  name: 'api',
  variables: process.env,
  start: (parts) =>
    startApp({
      ...parts,
      name: 'api',
      modules: [ApiModule],
      prepare: (app) => {
        prepareApi(app);
        return Promise.resolve();
      },
    }),
});
