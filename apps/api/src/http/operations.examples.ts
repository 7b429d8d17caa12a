/** The examples of what operators ask. */

export const operationsAnswers: Record<string, unknown> = {
  'running.operations.live': { status: 'alive', version: '1.4.0' },
  'running.operations.ready': { status: 'ready', parts: { database: 'ok', events: 'ok' } },
  'running.asyncApi.describe': {
    asyncapi: '3.0.0',
    info: { title: 'Plaza', version: '1.4.0' },
    channels: {},
    operations: {},
  },
};
