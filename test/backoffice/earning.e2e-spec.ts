/** What orders earn in a programme, declared in the browser and tried before it counts; tiers; both ended again. */
import type { Page } from 'playwright-core';
import { category, customer, product, staff } from '../catalog/shop';
import { expectOk, PartnerProgramme } from '../loyalty/programme';
import { Browser } from '#test/browser';
import { describeWith } from '#test/needs';

interface Settings {
  earning: { points: number; multipliers: { name: string; percent: number; weekdays: null }[] } | null;
  tiers: { levels: { name: string; from: number }[] } | null;
}

describeWith('chromium', 'Earning in the back office', () => {
  let browser: Browser;
  let programme: PartnerProgramme;
  let page: Page;

  beforeAll(async () => {
    browser = await Browser.start();
    const { world } = browser;
    programme = await PartnerProgramme.open(world);
    const categoryId = await category(world, 'Wine');
    const bottle = await product(world, { name: 'A bottle', price: 2_000, categoryId });
    const [clerk, shopper] = [await staff(world), await customer(world)];
    await clerk.client.post('/v1/catalog/branches', { code: 'north', name: 'North' });
    await expectOk(shopper.client.post('/v1/orders', { items: [{ productId: bottle, quantity: 1 }] }));
    page = await browser.open('staff', `/programmes/${programme.partnerId}/show/rules`);
  });

  afterAll(async () => {
    await browser.end();
  });

  afterEach(() => {
    expect(browser.takeScriptFaults()).toEqual([]);
  });

  const dialog = () => page.getByRole('dialog');
  const settings = async () => {
    await programme.signIn();
    return (await programme.client.get<Settings>('/v1/loyalty/settings')).body;
  };
  const choose = async (label: string, typed: string, option: string | RegExp) => {
    await dialog().getByRole('combobox', { name: label }).first().fill(typed);
    await page.getByRole('option', { name: option }).click();
  };

  it('is nothing until rules are declared, which are tried while they are written', async () => {
    await page.getByText('Orders of the shop earn nothing in this programme.').waitFor();
    expect(await browser.faultsOf(page, 'rules-none')).toEqual([]);
    await page.getByRole('button', { name: 'Declare earning rules' }).click();
    await dialog().getByLabel('Currency').fill('EUR');
    await dialog().getByLabel('Every amount of').fill('1');
    await dialog().getByLabel('Earns so many points').fill('2');
    await dialog().getByLabel('Time zone of dates and weekdays').fill('Europe/Nowhere');
    await dialog().getByRole('button', { name: 'Add', exact: true }).click();
    await dialog().getByLabel('Name').fill('wine');
    await dialog().getByLabel('Percent').fill('300');
    await choose('Category', 'wi', 'Wine');

    await dialog().getByLabel('Amount', { exact: true }).fill('10');
    await dialog().getByRole('button', { name: 'Try it' }).click();
    await page.getByText('zone must be the name of a time zone').waitFor();
    await dialog().getByLabel('Time zone of dates and weekdays').fill('Europe/Madrid');
    await dialog().getByRole('button', { name: 'Try it' }).click();
    await page.getByText('20 points', { exact: true }).waitFor();
    await choose('An order', '', /^P-/);
    await dialog().getByRole('button', { name: 'Try it' }).click();
    await page.getByText('120 points', { exact: true }).waitFor();
    await page.getByRole('cell', { name: 'wine · 300%' }).waitFor();
    expect(await browser.faultsOf(page, 'rules-form')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'rules-form')).toBeLessThanOrEqual(0);
    expect((await settings()).earning).toBeNull();

    await dialog().getByRole('button', { name: 'Declare earning rules' }).click();
    await page.getByText('Every €1.00 earn 2 points.').waitFor();
    const { earning } = await settings();
    expect(earning).toMatchObject({
      points: 2,
      multipliers: [{ name: 'wine', percent: 300, weekdays: null }],
    });
  });

  it('is explained with the rules as they are, line by line', async () => {
    await page.getByLabel('Amount', { exact: true }).fill('9.99');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText('19 points', { exact: true }).waitFor();
    await page.getByText('19.9800 before rounding: Down').waitFor();
    expect(await browser.faultsOf(page, 'rules')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'rules')).toBeLessThanOrEqual(0);
  });

  it('is changed, and says on its field what contradicts itself', async () => {
    await page.getByRole('button', { name: 'Change the rules' }).click();
    await dialog().getByLabel('Pending for so many days').fill('30');
    await dialog().getByLabel('Expire after so many days').fill('30');
    await dialog().getByRole('button', { name: 'Change the rules' }).click();
    await page.getByText('must be more than pendingDays').waitFor();
    await dialog().getByLabel('Expire after so many days').fill('365');
    await dialog().getByRole('button', { name: 'Change the rules' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('365', { exact: true }).waitFor();
  });

  it('makes tiers, whose levels have to rise', async () => {
    await page.getByRole('button', { name: 'Declare tiers' }).click();
    await dialog().getByLabel('Name').fill('Silver');
    await dialog().getByLabel('Points, at least').fill('100');
    await dialog().getByRole('button', { name: 'Add', exact: true }).click();
    await dialog().getByLabel('Name').last().fill('Gold');
    await dialog().getByLabel('Points, at least').last().fill('50');
    await dialog().getByRole('button', { name: 'Declare tiers' }).click();
    await page.getByText('must be more than that of the one before').waitFor();
    expect(await browser.faultsOf(page, 'tiers-form')).toEqual([]);
    await dialog().getByLabel('Points, at least').last().fill('500');
    await dialog().getByRole('button', { name: 'Declare tiers' }).click();
    await page.getByRole('cell', { name: 'Gold' }).waitFor();
    const levels = [
      { name: 'Silver', from: 100 },
      { name: 'Gold', from: 500 },
    ];
    expect((await settings()).tiers?.levels).toEqual(levels);
  });

  it.each([
    ['End the rules', 'Orders of the shop earn nothing in this programme.'],
    ['End the tiers', 'Members of this programme have no tiers.'],
  ])('is over by "%s", once that is confirmed', async (name, said) => {
    await page.getByRole('button', { name }).click();
    await dialog().getByRole('button', { name }).click();
    await page.getByText(said).waitFor();
  });
});
