/** Selling at the counter by the keyboard alone, whatever becomes of the line meanwhile, and the invoices of what was sold. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { Browser } from '#test/browser';
import { describeWith } from '#test/needs';
import { pdfText } from '#test/pdf-text';
import { product, staff, type Person } from '../catalog/shop';

const sales = '**/v1/orders/sales';

describeWith('chromium', 'The counter', () => {
  let browser: Browser;
  let clerk: Person;
  let lamp: string;

  beforeAll(async () => {
    browser = await Browser.start();
    const { world } = browser;
    clerk = await staff(world);
    const branch = { code: 'north', name: 'North' };
    const branchId = (await clerk.client.post('/v1/catalog/branches', branch)).body.id;
    lamp = await product(world, { name: 'Lamp', sku: 'LAMP-1', price: 1_000, onHand: 20, branchId });
    await product(world, { name: 'Shade', sku: 'SHADE-1', price: 250, onHand: 20, branchId });
  });

  afterAll(async () => {
    await browser.end();
  });

  afterEach(() => {
    expect(browser.takeScriptFaults()).toEqual([]);
  });

  /** Somebody who stands at the counter, by a document of their own. */
  async function somebody(): Promise<string> {
    const documentNumber = randomUUID().slice(0, 12).toUpperCase();
    await clerk.client.post('/v1/identity/customers', { fullName: 'Ada Known', documentNumber });
    return documentNumber;
  }

  const invoicesOf = async (document: string) =>
    (await clerk.client.get(`/v1/orders/invoices?document=${document}`)).body;
  const lampsOnHand = async () =>
    (await clerk.client.get(`/v1/catalog/products/${lamp}/stock`)).body.items.find(
      ({ branch }: { branch: { code: string } }) => branch.code === 'north',
    ).onHand;

  /** Types as at a till, from the field that is ready for it to the one for what is given. */
  async function putTogether(page: Page, document: string, ...products: string[]): Promise<void> {
    const { keyboard } = page;
    await page.locator('input:focus').waitFor();
    await keyboard.type(document);
    await keyboard.press('Enter');
    await page.getByRole('button', { name: 'Another customer' }).waitFor();
    await page.getByRole('combobox', { name: 'Product' }).and(page.locator(':focus')).waitFor();
    for (const typed of products) {
      await keyboard.type(typed);
      await keyboard.press('Enter');
    }
    await page
      .getByRole('spinbutton')
      .nth(products.length - 1)
      .waitFor();
    await keyboard.press('Enter');
    await page.getByLabel('Given').and(page.locator(':focus')).waitFor();
  }

  const sold = (page: Page) => page.getByRole('heading', { name: /^P-\d+ is sold$/ });

  it('sells with the keyboard alone, shows the stock while one types, and prints the invoice', async () => {
    const document = await somebody();
    const page = await browser.open('staff', '/counter');
    const { keyboard } = page;
    await putTogether(page, document, '2*LAMP-1');
    await page.getByRole('combobox', { name: 'Product' }).focus();
    await keyboard.type('sha');
    await page.getByRole('option', { name: /Shade.*20 in stock/ }).waitFor();
    expect(await browser.faultsOf(page, 'counter')).toEqual([]);
    await keyboard.press('Enter');
    await page.getByLabel('Quantity of Shade').waitFor();
    expect(await browser.excessOnPhone(page, 'counter')).toBeLessThanOrEqual(0);
    await keyboard.press('Enter');
    await keyboard.type('30');
    await page.getByText('Change: €7.50').waitFor();
    await keyboard.press('Enter');
    await sold(page).waitFor();

    const print = page.getByRole('button', { name: 'Print' }).and(page.locator(':focus'));
    await print.waitFor();
    await page.frameLocator('iframe').getByText('Shade').waitFor();
    await page.evaluate(`document.querySelector('iframe').contentWindow.print = () => {
      document.body.dataset.printed = 'once';
    }; 0`);
    await keyboard.press('Enter');
    await page.locator('body[data-printed="once"]').waitFor();
    expect(await browser.faultsOf(page, 'sold')).toEqual([]);
    expect(await invoicesOf(document)).toMatchObject({ total: 2_250, invoices: [{ total: 2_250 }] });
    await page.close();
  });

  it('says what is short where there is not enough, and sells what is left of the wish', async () => {
    const document = await somebody();
    const page = await browser.open('staff', '/counter');
    await putTogether(page, document, '500*LAMP-1');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('There is not enough in stock.').waitFor();
    expect(await browser.faultsOf(page, 'counter-short')).toEqual([]);
    await page.getByLabel('Quantity of Lamp').fill('1');
    await page.getByRole('button', { name: 'Take payment' }).click();
    await sold(page).waitFor();
    expect(await invoicesOf(document)).toMatchObject({ total: 1_000 });
    await page.close();
  });

  it('sells once when the answer is lost, though it is sent again after the page was loaded anew', async () => {
    const document = await somebody();
    const before = await lampsOnHand();
    const page = await browser.open('staff', '/counter');
    let lost = 0;
    await page.route(sales, async (route) => {
      await route.fetch();
      lost += 1;
      await route.abort();
    });
    await putTogether(page, document, 'LAMP-1');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Plaza has not answered yet').waitFor();
    expect(await browser.faultsOf(page, 'counter-unanswered')).toEqual([]);
    await page.reload();
    await page.getByRole('alert').getByText('Plaza has not answered yet').waitFor();
    await page.unroute(sales);
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await sold(page).waitFor();
    expect(lost).toBeGreaterThan(0);
    expect(await invoicesOf(document)).toMatchObject({ total: 1_000, invoices: [{ total: 1_000 }] });
    expect(await lampsOnHand()).toBe(before - 1);
    await page.close();
  });

  it('keeps what is sold without a line, and sends it by itself when the line is back', async () => {
    const document = await somebody();
    const page = await browser.open('staff', '/counter');
    await putTogether(page, document, '3*LAMP-1');
    await page.context().setOffline(true);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Plaza has not answered yet').waitFor();
    await page.getByRole('alert').getByText('Ada Known · 3 pieces · €30.00').waitFor();
    await page.context().setOffline(false);
    await sold(page).waitFor();
    expect(await invoicesOf(document)).toMatchObject({ total: 3_000, invoices: [{ total: 3_000 }] });
    await page.close();
  });

  it('has the invoices of a document to look at, and as PDF', async () => {
    const document = await somebody();
    const page = await browser.open('staff', '/counter');
    await putTogether(page, document, 'SHADE-1');
    await page.keyboard.press('Enter');
    await sold(page).waitFor();

    await page.goto(`${browser.world.url}/backoffice/invoices`);
    await page.getByLabel('Document number').fill(document);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ada Known' }).waitFor();
    await page.frameLocator('iframe').getByText('Shade').waitFor();
    expect(await browser.faultsOf(page, 'invoices')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'invoices')).toBeLessThanOrEqual(0);
    await page.getByRole('link', { name: /^P-\d+$/ }).click();
    await page.frameLocator('iframe').getByText('Shade').waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'PDF' }).click();
    const pdf = await readFile(await (await waiting).path());
    expect(pdfText(pdf).join(' ')).toContain('Shade');
    await page.close();
  });
});
