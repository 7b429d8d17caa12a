/** What staff do about payments: look, decide, take messages again, acknowledge. */
import { freePort } from '@plaza/engines';
import { AccountsService, PaymentsService } from '@plaza/payments';
import { Browser } from '#test/browser';
import { describeWith } from '#test/needs';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';
import { refused, refusing, refusingNoMore } from '../payments/replay-stage';
import { accounts, payment } from '../payments/stage';

describeWith('chromium', 'The screens of the payments', () => {
  let browser: Browser;
  let simulator: Simulator;
  const inReview = payment('online');
  const late = refused();
  const later = refused();

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, seed: 'back office' });
    await simulatorApproves();
    browser = await Browser.start({
      variables: {
        ...{ GATEWAY_URL: simulator.url, ERROR_LOG_URL: simulator.url },
        // Nobody answers there, so that whatever would be screened has to be looked at.
        ...{ SCREENING_URL: `http://127.0.0.1:${String(await freePort())}`, SCREENING_POLICY: 'review' },
      },
    });
    const { world } = browser;
    await world.app.get(AccountsService).importAccounts(accounts(547, 1));
    await refusing(world);
    const take = (topic: 'online' | 'offline', ...values: object[]) =>
      world.app.get(PaymentsService).append(
        topic,
        values.map((value) => Buffer.from(JSON.stringify(value))),
      );
    await take('online', inReview);
    await take('offline', payment('offline'), late, later);
    await refusingNoMore(world);
    await world.settle();
  });

  afterAll(async () => {
    await browser.end();
    await simulator.close();
  });

  afterEach(() => {
    expect(browser.takeScriptFaults()).toEqual([]);
  });

  async function simulatorApproves(): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ shares: { approve: 1 } });
    await fetch(`${simulator.url}/scenario`, { method: 'PUT', headers, body });
  }

  it('lead from the census to a message, and take it again after saying what would become of it', async () => {
    const page = await browser.open('staff', '/census');
    await page.getByRole('row', { name: /^offline/ }).waitFor();
    expect(await browser.faultsOf(page, 'census')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'census')).toBeLessThanOrEqual(0);
    // No other outcome has two.
    await page
      .getByRole('row', { name: /^offline/ })
      .getByRole('link', { name: '2', exact: true })
      .click();
    // The census speaks of rejected ones, too, and stays until the list is there.
    const message = page.getByRole('row').filter({ hasText: late.payment_id.slice(-8) });
    await message.waitFor();
    expect(await browser.faultsOf(page, 'messages')).toEqual([]);

    await page.getByRole('button', { name: 'Replay messages' }).click();
    await page.getByRole('button', { name: 'See what would become of them' }).click();
    await page.getByText('Looked at: 2. Would have another outcome: 2.').waitFor();
    expect(await browser.faultsOf(page, 'replay-tried')).toEqual([]);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await outcomesOf(late, later)).toEqual(['rejected', 'rejected']);

    await message.getByText('Rejected').click();
    await page.getByRole('heading', { name: 'What the error log was told' }).waitFor();
    await page.getByRole('button', { name: 'Replay' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Stored').waitFor();
    await dialog.getByRole('button', { name: 'Replay' }).click();
    await page.getByText('The message was taken again').waitFor();
    await page.getByRole('heading', { name: 'The payment it speaks of' }).waitFor();
    expect(await browser.faultsOf(page, 'message')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'message')).toBeLessThanOrEqual(0);
    const replays = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Replays' }) });
    await replays.getByRole('row', { name: /Rejected Stored.*staff/ }).waitFor();
    expect(await outcomesOf(late, later)).toEqual(['stored', 'rejected']);
    await page.close();
  });

  it('take all of an outcome again, as was tried before', async () => {
    const page = await browser.open('staff', '/census');
    await page.getByRole('button', { name: 'Replay messages' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Replay', exact: true }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'See what would become of them' }).click();
    await dialog.getByText('Looked at: 1. Would have another outcome: 1.').waitFor();
    await dialog.getByRole('button', { name: 'Replay', exact: true }).click();
    await dialog.getByText('Taken again: 1. Have another outcome now: 1.').waitFor();
    expect(await outcomesOf(late, later)).toEqual(['stored', 'stored']);
    await page.close();
  });

  async function outcomesOf(...payments: { payment_id: string }[]): Promise<string[]> {
    const found = await browser.world.rows<{ outcome: string }>(
      `SELECT outcome FROM payments.messages JOIN unnest($1::uuid[]) WITH ORDINALITY AS asked (payment_id, place)
         USING (payment_id) ORDER BY place`,
      [payments.map(({ payment_id: id }) => id)],
    );
    return found.map(({ outcome }) => outcome);
  }

  it('let staff decide about a payment in review, whose gateway then has the last word', async () => {
    const page = await browser.open('staff', '/reviews');
    await page.getByRole('row', { name: /Waits/ }).waitFor();
    expect(await browser.faultsOf(page, 'reviews')).toEqual([]);
    await page.getByRole('link', { name: inReview.payment_id.slice(-8) }).click();
    await page.getByRole('heading', { name: 'Screening' }).waitFor();
    await page.getByText('To be reviewed').waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('The customer is known');
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('The payment is approved').waitFor();
    await page.getByRole('cell', { name: 'The customer is known' }).waitFor();
    await browser.world.settle();
    await page.reload();
    await page.getByRole('cell', { name: 'The customer is known' }).waitFor();
    await page.getByText('Captured').first().waitFor();
    expect(await browser.faultsOf(page, 'payment')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'payment')).toBeLessThanOrEqual(0);
    expect(
      await browser.world.rows('SELECT decision, note FROM payments.reviews WHERE payment_id = $1', [
        inReview.payment_id,
      ]),
    ).toEqual([{ decision: 'approve', note: 'The customer is known' }]);
    await page.close();
  });

  it('tell the whole story of a message: what was asked about its payment, what came of it, and who was told', async () => {
    const page = await browser.open('staff', '/messages/online-0-0/show');
    await page.getByRole('heading', { name: 'The payment it speaks of' }).waitFor();
    await page.getByRole('row', { name: /Approved The gateway approved it/ }).waitFor();
    const screening = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Screening' }) });
    await screening.getByText('To be reviewed').waitFor();
    await page.getByRole('row', { name: /In review.*Delivered/ }).waitFor();
    await page.getByText('It was never replayed.').waitFor();
    expect(await browser.faultsOf(page, 'message-story')).toEqual([]);
    await page.close();
  });

  it('give back a part of what was captured, with a reason, and no more than there is', async () => {
    const page = await browser.open('staff', `/payments/${inReview.payment_id}/show`);
    await page.getByRole('button', { name: 'Give back' }).click();
    const dialog = page.getByRole('dialog');
    const amount = dialog.getByLabel(/^Amount/);
    const all = Number(await amount.inputValue());
    expect(all).toBeGreaterThan(1);
    await dialog.getByLabel(/^Reason/).fill('It came broken');
    await amount.fill(String(all + 1));
    await dialog.getByRole('button', { name: 'Give back' }).click();
    await dialog.getByText(`Must be ${String(all)} or less`).waitFor();
    expect(await browser.faultsOf(page, 'refund')).toEqual([]);
    await amount.fill('1');
    await dialog.getByRole('button', { name: 'Give back' }).click();
    await page.getByText('The refund is on its way').waitFor();
    expect(
      await browser.world.rows('SELECT amount::integer, reason FROM payments.refunds WHERE payment_id = $1', [
        inReview.payment_id,
      ]),
    ).toEqual([{ amount: 1, reason: 'It came broken' }]);
    await page.close();
  });

  it('have an alarm acknowledged, with what was found', async () => {
    const value = () => Buffer.from(JSON.stringify(payment('offline')));
    const at = {
      topic: 'offline',
      partition: 2,
      key: null,
      headers: {},
      timestamp: browser.world.clock.now(),
    };
    for (const offset of [0n, 9n])
      await browser.world.app.get(PaymentsService).receive([{ ...at, offset, value: value() }]);
    const page = await browser.open('staff', '/alarms');
    await page.getByRole('row', { name: /Offsets missing/ }).waitFor();
    expect(await browser.faultsOf(page, 'alarms')).toEqual([]);
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('The broker lost a disk');
    await dialog.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByText('The alarm is acknowledged').waitFor();
    await page.getByText('Nothing matches').waitFor();
    expect(await browser.world.rows('SELECT note FROM payments.alarms')).toEqual([
      { note: 'The broker lost a disk' },
    ]);
    await page.close();
  });

  it('are for everybody to read and to use', async () => {
    const page = await browser.open('staff', '/payments');
    for (const [name, seen] of [
      ['payments', /Captured/],
      ['error-reports', /Rejected/],
    ] as const) {
      await page.goto(`${browser.world.url}/backoffice/${name}`);
      await page.getByRole('row', { name: seen }).first().waitFor();
      expect(await browser.faultsOf(page, name)).toEqual([]);
      expect(await browser.excessOnPhone(page, name)).toBeLessThanOrEqual(0);
    }
    await page.goto(`${browser.world.url}/backoffice/transfers`);
    await page.getByText('Nothing yet', { exact: true }).waitFor();
    expect(await browser.faultsOf(page, 'transfers')).toEqual([]);
    await page.close();
  });
});
