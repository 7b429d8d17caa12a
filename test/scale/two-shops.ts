/** Plaza as it runs in earnest, on a database of its own: two api processes and what works behind them, each a process. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import { withClient } from '@plaza/engines';
import { Client } from '#test/client';
import { freshDatabase, type FreshDatabase } from '#test/database';
import { eventually } from '#test/eventually';
import { testKeys } from '#test/keys';
import { PlazaProcess } from '../../chaos/support/plaza-process';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';
import { crowd, type Member } from './crowd';

export interface Sent {
  gateway: { payments: { approved: number }; requests: number };
}

const restWithinMs = 60_000;

export class TwoShops {
  private constructor(
    readonly database: FreshDatabase,
    private readonly gateway: Simulator,
    private readonly apis: readonly [PlazaProcess, PlazaProcess],
    private readonly behind: PlazaProcess[],
    private readonly environment: Record<string, string>,
    private readonly clerk: Client,
  ) {}

  /** @param behind what runs besides the two api processes from the start on */
  static async open(behind: readonly ('worker' | 'payments')[] = ['worker', 'payments']): Promise<TwoShops> {
    const database = await freshDatabase();
    const gateway = await startSimulator({ port: 0, seed: 'two shops', hangMsMax: 3_000 });
    await new Client(gateway.url).put('/scenario', { shares: { approve: 1 } });
    const environment = {
      ...testKeys,
      DATABASE_URL: database.appUrl,
      GATEWAY_URL: gateway.url,
      ERROR_LOG_URL: gateway.url,
      RATE_LIMIT_PER_MINUTE: '1000000',
    };
    const start = () => PlazaProcess.start('api', environment);
    const apis = [await start(), await start()] as const;
    const [clerk] = await crowd(database, 1, 'staff');
    const client = new Client(apis[0].url, clerk?.token);
    const shops = new TwoShops(database, gateway, apis, [], environment, client);
    for (const app of behind) await shops.start(app);
    return shops;
  }

  async start(app: 'worker' | 'payments'): Promise<PlazaProcess> {
    const started = await PlazaProcess.start(app, this.environment);
    this.behind.push(started);
    return started;
  }

  /** Ends an api process as a power cut would, and starts it again. */
  async crash(at: number): Promise<void> {
    const api = at % 2 === 0 ? this.apis[0] : this.apis[1];
    await api.kill();
    await api.startAgain();
  }

  async close(): Promise<void> {
    await Promise.all([...this.apis, ...this.behind].map((each) => each.stop()));
    await this.gateway.close();
    await this.database.drop();
  }

  /** The door of one process or the other. */
  url(at: number): string {
    return (at % 2 === 0 ? this.apis[0] : this.apis[1]).url;
  }

  /** Somebody at one process or the other. */
  client({ token }: Member, at: number): Client {
    return new Client(this.url(at), token);
  }

  /** Puts a product on the shelf; returns its id. */
  async product(onHand: number): Promise<string> {
    const slug = `things-${randomUUID().slice(0, 8)}`;
    const category = await this.clerk.post('/v1/catalog/categories', { name: 'Things', slug });
    const fields = { sku: randomUUID(), name: 'Thing', price: 250, currency: 'EUR' };
    const { body } = await this.clerk.post('/v1/catalog/products', {
      ...fields,
      categoryId: category.body.id,
    });
    const productId: string = body.id;
    const delivery = { productId, branchId: ONLINE_BRANCH_ID, delta: onHand, reason: 'Delivered' };
    expect((await this.clerk.post('/v1/catalog/stock/adjustments', delivery)).status).toBe(201);
    return productId;
  }

  rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return withClient(
      this.database.ownerUrl,
      async (client) => (await client.query(sql, parameters)).rows as Row[],
    );
  }

  /** What the gateway was asked. */
  async sent(): Promise<Sent> {
    return (await (await fetch(`${this.gateway.url}/sent`)).json()) as Sent;
  }

  /** Resolves when nothing is under way any more: no payment open, no event to be told, no sold stock still held. */
  async rest(): Promise<void> {
    await eventually(async () => {
      const [state] = await this.rows(
        `SELECT (SELECT count(*)::integer FROM payments.payments WHERE status = 'open') AS open,
                (SELECT count(*)::integer FROM messaging.outbox) AS waiting,
                (SELECT count(*)::integer FROM orders.orders JOIN catalog.holds ON holds.owner_id = orders.id
                 WHERE holds.status = 'live' AND orders.status <> 'awaiting-payment') AS unsettled`,
      );
      expect(state).toEqual({ open: 0, waiting: 0, unsettled: 0 });
    }, restWithinMs).catch((error: unknown) => {
      const words = [...this.apis, ...this.behind].map(({ lastWords }) => lastWords);
      throw new Error(words.join('\n'), { cause: error });
    });
  }

  /** The counters of stock are what movements and holds make them, and holds what orders make them. */
  async expectCountersToAgree(): Promise<void> {
    const wrong = await this.rows(
      `SELECT stock.product_id, stock.on_hand, stock.held, coalesce(moved.sum, 0) AS moved, coalesce(live.sum, 0) AS live
       FROM catalog.stock
       LEFT JOIN LATERAL (SELECT sum(delta)::integer FROM catalog.stock_movements movement
         WHERE (movement.product_id, movement.branch_id) = (stock.product_id, stock.branch_id)) moved ON true
       LEFT JOIN LATERAL (SELECT sum(quantity)::integer FROM catalog.holds hold
         WHERE (hold.product_id, hold.branch_id) = (stock.product_id, stock.branch_id) AND hold.status = 'live') live ON true
       WHERE stock.on_hand <> coalesce(moved.sum, 0) OR stock.held <> coalesce(live.sum, 0) OR stock.available < 0`,
    );
    expect(wrong).toEqual([]);
    const strange = await this.rows(
      `SELECT orders.id, orders.status, hold.status AS hold, line.quantity, hold.quantity AS held
       FROM orders.orders JOIN orders.order_lines line ON line.order_id = orders.id
       LEFT JOIN catalog.holds hold ON hold.owner_id = orders.id AND hold.product_id = line.product_id
       WHERE hold.quantity IS DISTINCT FROM line.quantity
          OR hold.status IS DISTINCT FROM CASE orders.status
               WHEN 'awaiting-payment' THEN 'live' WHEN 'paid' THEN 'used' ELSE 'released' END`,
    );
    expect(strange).toEqual([]);
    const silent = await this.rows(
      `SELECT id FROM orders.orders WHERE NOT EXISTS (SELECT FROM orders.order_history WHERE order_id = id)`,
    );
    expect(silent).toEqual([]);
  }
}
