/** The audit log in the browser: searched, a row followed through all that happened to it, and held against its seals. */
import type { Page } from 'playwright-core';
import { Browser } from '#test/browser';
import { describeWith } from '#test/needs';
import { product, staff, type Person } from '../catalog/shop';

describeWith('chromium', 'The audit log in the back office', () => {
  let browser: Browser;
  let clerk: Person;
  let productId: string;
  let page: Page;

  beforeAll(async () => {
    browser = await Browser.start();
    clerk = await staff(browser.world);
    productId = await product(browser.world, { name: 'Lamp', price: 1_000 });
    await clerk.client.patch(`/v1/catalog/products/${productId}`, { price: 1_200, name: 'Desk lamp' });
    await browser.world.settle();
    const filter = { schema: 'catalog', table: 'products', rowId: productId };
    page = await browser.open('staff', `/audit?filter=${encodeURIComponent(JSON.stringify(filter))}`);
  });

  afterAll(async () => {
    await browser.end();
  });

  afterEach(() => {
    expect(browser.takeScriptFaults()).toEqual([]);
  });

  it('is searched by context, table and row, and every line opens to what was changed', async () => {
    const changed = page.getByRole('row').filter({ hasText: clerk.id }).filter({ hasText: 'Changed' });
    await changed.getByRole('cell', { name: 'Changed' }).click();
    const price = page.getByRole('row', { name: 'price 1000 1200', exact: true });
    await price.waitFor();
    expect(await browser.faultsOf(page, 'audit')).toEqual([]);
  });

  it('leads from a line to the whole history of its row, with what differs side by side', async () => {
    await page.getByRole('link', { name: productId }).first().click();
    await page.getByRole('heading', { name: 'History of a row of catalog.products' }).waitFor();
    await page.getByRole('heading', { name: `Changed by staff ${clerk.id}` }).waitFor();
    await page.getByRole('heading', { name: /^Created by / }).waitFor();
    const changed = page.getByRole('article').filter({ hasText: `Changed by staff ${clerk.id}` });
    await changed.getByRole('row', { name: 'name Lamp Desk lamp', exact: true }).waitFor();
    expect(await changed.getByRole('row').filter({ hasText: 'sku' }).count()).toBe(0);
    expect(await browser.faultsOf(page, 'row-history')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'row-history')).toBeLessThanOrEqual(0);
  });

  it('is verified against its seals', async () => {
    await page.getByRole('menuitem', { name: 'Seals' }).click();
    await page.getByRole('button', { name: 'Verify' }).click();
    await page
      .getByText(/^The log is as it was written: [1-9]\d* seals with [1-9][\d,]* entries fit$/)
      .waitFor();
    expect(await browser.faultsOf(page, 'seals')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'seals')).toBeLessThanOrEqual(0);
  });
});
