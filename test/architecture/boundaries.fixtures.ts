/**
 * For every rule of .dependency-cruiser.cjs the smallest trees that break it, and nothing else. A rule that is not seen to fail
 * may be spelt wrongly and let everything pass.
 */

/** What a file of the tree holds, by its path. */
export type Tree = Readonly<Record<string, string>>;

const face = (lib: string, source = 'export const face = 1;'): Tree => ({
  [`libs/${lib}/src/index.ts`]: source,
});
const uses = (what: string) => `import * as used from '${what}';\nexport const using = used;`;
const nest = {
  'node_modules/@nestjs/common/package.json': '{"name":"@nestjs/common","version":"1.0.0","main":"index.js"}',
  'node_modules/@nestjs/common/index.js': 'exports.nest = 1;',
};
const fastCheck = {
  'node_modules/fast-check/package.json': '{"name":"fast-check","version":"1.0.0","main":"index.js"}',
  'node_modules/fast-check/index.js': 'exports.check = 1;',
};

export const breaking: Readonly<Record<string, readonly Tree[]>> = {
  'no-cycles': [
    {
      ...face('orders', uses('./order.entity')),
      'libs/orders/src/order.entity.ts': uses('./order-line.entity'),
      'libs/orders/src/order-line.entity.ts':
        "import type { using } from './order.entity';\nexport type Order = typeof using;",
    },
  ],
  'no-orphans': [{ 'libs/orders/src/forgotten.ts': 'export const forgotten = 1;' }],
  'no-unresolvable': [face('orders', uses('./nowhere'))],
  'no-undeclared-packages': [
    {
      ...face('orders', uses('left-behind')),
      'node_modules/left-behind/package.json': '{"name":"left-behind","version":"1.0.0","main":"index.js"}',
      'node_modules/left-behind/index.js': 'exports.left = 1;',
    },
  ],
  'production-imports-no-dev-package': [{ ...face('orders', uses('fast-check')), ...fastCheck }],
  'production-imports-no-tests': [
    {
      ...face('orders', uses('../../../test/support/clock')),
      'test/support/clock.ts': 'export const clock = 1;',
    },
    { ...face('orders', uses('#test/clock')), 'test/support/clock.ts': 'export const clock = 1;' },
    { 'apps/api/src/main.ts': uses('../../../bench/floor'), 'bench/floor.ts': 'export const floor = 1;' },
    {
      'libs/orders/src/index.ts': uses('./order.spec'),
      'libs/orders/src/order.spec.ts': 'export const tested = 1;',
    },
  ],
  'libs-import-no-app': [
    {
      ...face('orders', uses('../../../apps/api/src/view')),
      'apps/api/src/view.ts': 'export const view = 1;',
    },
  ],
  'apps-import-no-app': [
    {
      'apps/api/src/main.ts': uses('../../worker/src/job'),
      'apps/worker/src/job.ts': 'export const job = 1;',
    },
    {
      'apps/cli/src/main.ts': uses('../../standalone/src/announce'),
      'apps/standalone/src/announce.ts': 'export const announce = 1;',
    },
  ],
  'standalone-imports-app-modules-only': [
    {
      'apps/standalone/src/main.ts': uses('../../worker/src/jobs/expire-orders.job'),
      'apps/worker/src/jobs/expire-orders.job.ts': 'export const job = 1;',
    },
    {
      'apps/standalone/src/main.ts': uses('../../gateway-simulator/src/gateway'),
      'apps/gateway-simulator/src/gateway.ts': 'export const gateway = 1;',
    },
  ],
  'strangers-import-no-lib': [
    { 'apps/gateway-simulator/src/main.ts': uses('@plaza/payments'), ...face('payments') },
    { 'apps/backoffice/src/main.ts': uses('@plaza/orders'), ...face('orders') },
  ],
  'engines-are-for-starting': [
    { 'apps/api/src/main.ts': uses('@plaza/engines'), ...face('engines') },
    { 'apps/worker/src/main.ts': uses('@plaza/engines'), ...face('engines') },
  ],
  'apps-enter-libs-by-index': [
    {
      'apps/payments/src/consumer.ts': uses('../../../libs/payments/src/payment.entity'),
      'libs/payments/src/payment.entity.ts': 'export const payment = 1;',
    },
    {
      'test/orders/place.e2e-spec.ts': uses('../../libs/orders/src/order.entity'),
      'libs/orders/src/order.entity.ts': 'export const order = 1;',
    },
  ],
  'libs-enter-libs-by-index': [
    {
      ...face('orders', uses('../../catalog/src/stock/stock.service')),
      'libs/catalog/src/stock/stock.service.ts': 'export const stock = 1;',
    },
  ],
  'contexts-stay-apart': [
    { ...face('payments', uses('@plaza/orders')), ...face('orders') },
    { ...face('catalog', uses('@plaza/orders')), ...face('orders') },
    { ...face('catalog', uses('@plaza/reporting')), ...face('reporting') },
    {
      ...face('loyalty', "import type { face } from '@plaza/identity';\nexport type Known = typeof face;"),
      ...face('identity'),
    },
  ],
  'orders-import-no-context-but-catalog': [
    { ...face('orders', uses('@plaza/payments')), ...face('payments') },
  ],
  'platform-imports-no-lib': [{ ...face('platform', uses('@plaza/messaging')), ...face('messaging') }],
  'messaging-imports-platform-only': [{ ...face('messaging', uses('@plaza/orders')), ...face('orders') }],
  'audit-imports-no-context': [{ ...face('audit', uses('@plaza/identity')), ...face('identity') }],
  'client-imports-no-lib': [{ ...face('client', uses('@plaza/platform')), ...face('platform') }],
  'client-is-for-outside': [{ 'apps/api/src/main.ts': uses('@plaza/client'), ...face('client') }],
  'engines-import-no-lib': [{ ...face('engines', uses('@plaza/platform')), ...face('platform') }],
  'rules-know-no-framework': ['entity', 'events', 'errors'].map((kind) => ({
    ...face('orders', uses(`./order.${kind}`)),
    [`libs/orders/src/order.${kind}.ts`]: uses('@nestjs/common'),
    ...nest,
  })),
};

/** What must stay possible: a rule that forbids too much is as wrong as one that lets pass. */
export const sound: readonly Tree[] = [
  {
    'apps/api/src/main.ts': `${uses('@plaza/orders')}\nimport '@nestjs/common';`,
    ...face('orders', `import '@plaza/catalog';\nimport '@plaza/audit';\nimport './order.entity';`),
    'libs/orders/src/order.entity.ts': uses('./order.events'),
    'libs/orders/src/order.events.ts': uses('@plaza/messaging'),
    'libs/orders/src/order.spec.ts': `import './order.entity';\nimport 'fast-check';\nimport '#test/clock';`,
    ...face('catalog', uses('@plaza/platform')),
    ...face('reporting', `import '@plaza/orders';\nimport '@plaza/audit';`),
    ...face('audit', uses('@plaza/messaging')),
    ...face('messaging', uses('@plaza/platform')),
    ...face('platform'),
    'test/support/clock.ts': uses('@plaza/engines'),
    ...face('engines'),
    ...nest,
    ...fastCheck,
  },
  {
    'apps/standalone/src/main.ts': [
      '../../api/src/api.module',
      '../../payments/src/payments-app.module',
      '../../worker/src/worker.module',
      '../../cli/src/schemas',
      '../../gateway-simulator/src/simulator',
      '@plaza/engines',
    ]
      .map((path) => `import '${path}';`)
      .join('\n'),
    'apps/api/src/api.module.ts': 'export const api = 1;',
    'apps/payments/src/payments-app.module.ts': 'export const payments = 1;',
    'apps/worker/src/worker.module.ts': 'export const worker = 1;',
    'apps/cli/src/schemas.ts': uses('@plaza/engines'),
    'apps/gateway-simulator/src/simulator.ts': 'export const simulator = 1;',
    ...face('engines'),
  },
];
