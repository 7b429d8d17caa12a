/** A programme in the browser: what is owed over time, what the partner is told as it happens, members and their points, webhooks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Browser } from '#test/browser';
import { ClickHouseServer } from '#test/clickhouse';
import { describeWith } from '#test/needs';
import { staff } from '../catalog/shop';
import { PartnerProgramme } from '../loyalty/programme';

describeWith('chromium', 'A programme in the back office', () => {
  let folder: string;
  let clickhouse: ClickHouseServer;
  let browser: Browser;
  let programme: PartnerProgramme;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plaza-back-office-'));
    clickhouse = await ClickHouseServer.start(folder);
    browser = await Browser.start({ variables: { CLICKHOUSE_URL: clickhouse.url } });
    const { world } = browser;
    programme = await PartnerProgramme.open(world);
    await programme.member('ada');
    await programme.accrue('ada', 900, { description: 'Coffee' });
    for (let minute = 1; minute <= 2; minute += 1) {
      world.clock.forwardSeconds(60);
      await world.settle();
    }
    page = await browser.open('staff', '/programmes');
  });

  afterAll(async () => {
    await browser.end();
    await clickhouse.end();
    rmSync(folder, { recursive: true });
  });

  afterEach(() => {
    expect(browser.takeScriptFaults()).toEqual([]);
  });

  it('is found in the list, under what all members have together', async () => {
    await page.getByRole('img', { name: /^Outstanding points over time: .+ → 900$/ }).waitFor();
    expect(await browser.faultsOf(page, 'programmes')).toEqual([]);
    await page.getByRole('cell', { name: /^Partner / }).click();
    await page.getByRole('tab', { name: 'Overview' }).waitFor();
  });

  it('shows what members have over time, and what the partner is told as it happens', async () => {
    await page.getByRole('img', { name: /^Outstanding points over time: .+ → 900$/ }).waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    await programme.accrue('ada', 200);
    await browser.world.settle();
    await page.getByText('ada has more than 1,000: 1,100').waitFor();
    expect(await browser.faultsOf(page, 'programme')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'programme')).toBeLessThanOrEqual(0);
  });

  it('tells from another threshold on, when staff have set it', async () => {
    await page.getByRole('button', { name: 'Thresholds' }).click();
    await page.getByLabel('A member has more than').fill('5000');
    await page.getByRole('dialog').getByRole('button', { name: 'Thresholds' }).click();
    await page.getByText('when a member has more than 5,000').waitFor();
  });

  it('takes a member in, whose points are accrued, redeemed and taken back', async () => {
    await page.getByRole('tab', { name: 'Members' }).click();
    await page.getByRole('cell', { name: 'ada', exact: true }).waitFor();
    expect(await browser.faultsOf(page, 'members')).toEqual([]);
    await page.getByRole('button', { name: 'Add a member' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Member' }).fill('grace');
    await page.getByRole('dialog').getByRole('button', { name: 'Add a member' }).click();
    await page.getByRole('cell', { name: 'grace', exact: true }).click();

    await change('Accrue points', '120', 'Breakfast');
    await page.getByText('Done: the balance is 120 now').waitFor();
    await change('Redeem points', '20', 'A cup');
    await page.getByText('Done: the balance is 100 now').waitFor();
    const redeemed = page.getByRole('row').filter({ hasText: 'A cup' });
    await redeemed.getByRole('button', { name: 'Take back' }).click();
    await page.getByLabel('Reason').fill('The cup was broken');
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('cell', { name: 'The cup was broken' }).waitFor();
    expect(await browser.faultsOf(page, 'member')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'member')).toBeLessThanOrEqual(0);

    const { body } = await programme.client.get<{ balance: number }>('/v1/loyalty/members/grace');
    expect(body.balance).toBe(120);
  });

  async function change(name: string, points: string, description: string): Promise<void> {
    await page.getByRole('button', { name }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('spinbutton', { name: 'Points' }).fill(points);
    await dialog.getByLabel('Description').fill(description);
    await dialog.getByRole('button', { name }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  it('holds points for somebody, uses what is wanted of them, and gives points to another member', async () => {
    await change('Hold points', '50', 'A table');
    const held = page.getByRole('row').filter({ hasText: 'A table' }).filter({ hasText: 'Give back' });
    await held.waitFor();
    expect(await browser.faultsOf(page, 'member-holds')).toEqual([]);
    await held.getByRole('button', { name: 'Use' }).click();
    await page.getByRole('dialog').getByRole('spinbutton', { name: 'Points' }).fill('30');
    await page.getByRole('dialog').getByRole('button', { name: 'Use' }).click();
    await page.getByText('Done: the balance is 90 now').waitFor();
    await held.waitFor({ state: 'detached' });

    await change('Hold points', '10', 'A chair');
    const chair = page.getByRole('row').filter({ hasText: 'A chair' }).filter({ hasText: 'Give back' });
    await chair.getByRole('button', { name: 'Give back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Give back' }).click();
    await chair.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Transfer points' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('spinbutton', { name: 'Points' }).fill('40');
    await dialog.getByLabel('Description').fill('A gift');
    await dialog.getByLabel('To member').fill('nobody');
    await dialog.getByRole('button', { name: 'Transfer points' }).click();
    await page.getByText('There is no such member.').waitFor();
    await dialog.getByLabel('To member').fill('ada');
    await dialog.getByRole('button', { name: 'Transfer points' }).click();
    await page.getByText('Done: the balance is 50 now').waitFor();
  });

  it('learns from staff which customer of the shop a member is, and that they are none', async () => {
    const clerk = await staff(browser.world);
    await clerk.client.post('/v1/identity/customers', { fullName: 'Grace Known', documentNumber: 'GRACE-1' });
    await page.getByRole('button', { name: 'Say who this is' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Customer' }).fill('Grace');
    await page.getByRole('option', { name: 'Grace Known · GRACE-1' }).click();
    expect(await browser.faultsOf(page, 'member-customer')).toEqual([]);
    await dialog.getByRole('button', { name: 'Say who this is' }).click();
    await page.getByText('Their purchases earn points from now on').waitFor();
    const told = async () =>
      (await programme.client.get('/v1/loyalty/members/grace')).body.isCustomer as boolean;
    expect(await told()).toBe(true);
    await page.getByRole('button', { name: 'No customer any more' }).click();
    await dialog.getByRole('button', { name: 'No customer any more' }).click();
    await page.getByRole('button', { name: 'Say who this is' }).waitFor();
    expect(await told()).toBe(false);
  });

  it('calls a webhook, whose secret is shown once and whose deliveries are seen and sent again', async () => {
    await page.goto(`${browser.world.url}/backoffice/programmes/${programme.partnerId}/show/webhooks`);
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    await page.getByRole('textbox', { name: 'URL' }).fill('https://partner.example/told');
    await page.getByRole('dialog').getByRole('button', { name: 'Add a webhook' }).click();
    await page.getByText('It is shown this once.').waitFor();
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('cell', { name: 'https://partner.example/told' }).click();
    await page.getByRole('heading', { name: 'Deliveries' }).waitFor();
    await page.getByRole('button', { name: 'Deliver again' }).click();
    await page.getByLabel('From event').fill('1');
    await page.getByRole('dialog').getByRole('button', { name: 'Deliver again' }).click();
    await page.getByText('Events to be delivered again: 1').waitFor();
    await page.getByRole('cell', { name: 'Member above threshold' }).waitFor();
    expect(await browser.faultsOf(page, 'webhook')).toEqual([]);
  });

  it('calls a webhook at another address, and with some events alone, once staff say so', async () => {
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('textbox', { name: 'URL' }).fill('nowhere');
    const change = page.getByRole('dialog').getByRole('button', { name: 'Change', exact: true });
    await change.click();
    await page.getByText('must be a URL').waitFor();
    await page.getByRole('textbox', { name: 'URL' }).fill('https://partner.example/elsewhere');
    await page.getByRole('combobox', { name: 'Events' }).click();
    await page.getByRole('option', { name: 'Tier changed' }).click();
    await page.keyboard.press('Escape');
    await change.click();
    await page.getByText('The webhook is changed').waitFor();
    await page.getByText('https://partner.example/elsewhere').first().waitFor();
    await page.getByText('Tier changed', { exact: true }).waitFor();
  });
});
