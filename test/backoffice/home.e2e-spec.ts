/** The first screen of the day: every panel of it changes while it is looked at, and nobody loads it anew. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import { freePort, withClient } from '@plaza/engines';
import { AccountsService, PaymentsService } from '@plaza/payments';
import { Reconciliation } from '@plaza/reporting';
import type { Page } from 'playwright-core';
import { Browser } from '#test/browser';
import { describeWith } from '#test/needs';
import { customer, product, staff, type Person } from '../catalog/shop';
import { PartnerProgramme } from '../loyalty/programme';
import { announceCapture } from '../orders/captures';
import { accounts, payment } from '../payments/stage';

/** So often is the error log told of an error that it will not take. */
const refusalsMax = 5;

describeWith('chromium', 'The first screen of the back office', () => {
  let browser: Browser;
  let errorLog: Server;
  let clerk: Person;
  let lamp: string;
  let page: Page;

  beforeAll(async () => {
    errorLog = await refusingErrorLog();
    const nobody = `http://127.0.0.1:${String(await freePort())}`;
    browser = await Browser.start({
      variables: {
        ERROR_LOG_URL: `http://127.0.0.1:${String((errorLog.address() as AddressInfo).port)}`,
        // So that whatever would be screened has to be looked at.
        ...{ SCREENING_URL: nobody, SCREENING_POLICY: 'review' },
      },
    });
    const { world } = browser;
    clerk = await staff(world);
    lamp = await product(world, { name: 'Lamp', price: 1_250, onHand: 10 });
    await world.app.get(AccountsService).importAccounts(accounts(547, 1));
    page = await browser.open('staff', '/');
    await page.getByText('Live', { exact: true }).waitFor();
    await page.evaluate(`document.body.dataset.page = 'the same'`);
  });

  afterAll(async () => {
    await browser.end();
    errorLog.closeAllConnections();
    await new Promise((resolve) => errorLog.close(resolve));
  });

  afterEach(async () => {
    expect(browser.takeScriptFaults()).toEqual([]);
    expect(await page.locator('body[data-page="the same"]').count()).toBe(1);
  });

  /** Until a panel says it, as one line. */
  async function says(panel: string, line: RegExp): Promise<void> {
    const section = page.locator('section').filter({ has: page.getByRole('heading', { name: panel }) });
    await section.locator('div, p').filter({ hasText: line }).first().waitFor();
  }

  async function take(topic: 'online' | 'offline', value: object | string): Promise<void> {
    const bytes = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
    await browser.world.app.get(PaymentsService).append(topic, [bytes]);
    await browser.world.settle();
  }

  it('begins with nothing, of which it says so', async () => {
    await says('Sold today', /^Nothing yet since /);
    await says('Payments today', /^None has come in today\.$/);
    await says('Payments today', /^Closes: every message received is accounted for$/);
    await says('Running out', /^Nothing runs out within a week\.$/);
    await says('Points outstanding', /^No total was written in the last day\.$/);
  });

  it('tells what is sold, how it was paid, and that it is to be handed over', async () => {
    const items = [{ productId: lamp, quantity: 8 }];
    await clerk.client.post('/v1/orders/sales', { branchId: ONLINE_BRANCH_ID, items });
    await browser.world.settle();
    await says('Sold today', /^€100\.00$/);
    await says('Sold today', /^1 purchase since /);
    await says('Orders that wait', /^To be handed over1$/);
    await says('Payments today', /^Captured · €100\.001$/);
    await says('Payments today', /^Received1$/);
  });

  it('tells of orders that wait for their payment', async () => {
    const shopper = await customer(browser.world);
    const thing = await product(browser.world);
    await shopper.client.post('/v1/orders', { items: [{ productId: thing, quantity: 1 }] });
    await says('Orders that wait', /^For their payment1$/);
  });

  it('tells of messages that came to nothing, in the census', async () => {
    await take('offline', 'till 71 is out of paper');
    await says('Payments today', /^Rejected1$/);
    await says('Payments today', /^Received2$/);
  });

  it('tells of payments that somebody has to review, and no longer once they have', async () => {
    const inReview = payment('online');
    await take('online', inReview);
    await says('Waits for somebody', /^Payments to review1$/);
    await says('Payments today', /^In review1$/);
    await clerk.client.post(`/v1/payments/${inReview.payment_id}/review`, {
      ...{ decision: 'decline', note: 'Nobody knows it' },
    });
    await says('Waits for somebody', /^Payments to review0$/);
    await says('Payments today', /^Declined1$/);
  });

  it('tells of alarms of the stream', async () => {
    const { world } = browser;
    const at = { topic: 'offline', partition: 2, key: null, headers: {}, timestamp: world.clock.now() };
    for (const offset of [0n, 9n]) {
      const value = Buffer.from(JSON.stringify(payment('offline')));
      await world.app.get(PaymentsService).receive([{ ...at, offset, value }]);
    }
    await says('Waits for somebody', /^Alarms of the payment stream1$/);
    await says('Payments today', /^8 messages are not accounted for$/);
  });

  it('tells of errors that the error log would not take, and leads to them', async () => {
    for (let told = 1; told <= refusalsMax; told += 1) {
      browser.world.clock.forwardMinutes(1);
      await browser.world.settle();
    }
    await says('Waits for somebody', /^Errors that the error log refused[1-9]$/);
    const link = page.getByRole('link', { name: 'Errors that the error log refused' });
    const list = await page.context().newPage();
    await list.goto(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
    await list.getByRole('row', { name: /The message is not JSON.*Refused/ }).waitFor();
    await list.close();
  });

  it('tells of events that could not be taken, and leads to where they are sent again', async () => {
    const { world } = browser;
    const ids = { paymentId: randomUUID(), orderId: randomUUID() };
    await announceCapture(world, { ...ids, amount: 1, capturedAt: world.clock.now() });
    await says('Waits for somebody', /^Events that could not be taken1$/);
    const link = page.getByRole('link', { name: 'Events that could not be taken' });
    const list = await page.context().newPage();
    await list.goto(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
    await list.getByRole('row', { name: /payment-captured.*orders/ }).waitFor();
    expect(await browser.faultsOf(list, 'dead-letters')).toEqual([]);
    expect(await browser.excessOnPhone(list, 'dead-letters')).toBeLessThanOrEqual(0);
    await list.getByRole('button', { name: 'Send again' }).click();
    await list.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
    await list.getByText('The event is sent again').waitFor();
    await list.close();
  });

  it('tells, some minutes later, what runs out at the pace of the week', async () => {
    await says('Running out', /^Lamp · Online2 left · 1 day$/);
  });

  it('tells what members have in points', async () => {
    const programme = await PartnerProgramme.open(browser.world);
    await programme.member('ada');
    await programme.accrue('ada', 1_285);
    await says('Points outstanding', /1,285/);
    expect(await browser.faultsOf(page, 'home')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'home')).toBeLessThanOrEqual(0);
  });

  it('tells of what does not fit between contexts, though its token has ended meanwhile', async () => {
    const { world } = browser;
    await withClient(world.database.ownerUrl, (owner) =>
      owner.query('UPDATE orders.orders SET payment_id = $1 WHERE sale', [randomUUID()]),
    );
    world.clock.forwardMinutes(20);
    await world.settle();
    await world.app.get(Reconciliation).run();
    await says('Waits for somebody', /^Drifts between orders, stock, payments and points[1-9]$/);
    await page.getByText('Live', { exact: true }).waitFor();
  });
});

/** An error log that takes nothing. */
async function refusingErrorLog(): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(422).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
