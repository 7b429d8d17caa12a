/** The audit log in the browser: searched, a row followed through all that happened to it, and held against its seals. */
import { withClient } from '@plaza/engines';
import type { Page } from 'playwright-core';
import { Browser } from '#test/browser';
import { describeWith } from '#test/needs';
import { product, staff, type Person } from '../catalog/shop';

describeWith('chromium', 'The audit log in the back office', () => {
  let browser: Browser;
  let clerk: Person;
  let clerkName: string;
  let productId: string;
  let page: Page;

  beforeAll(async () => {
    browser = await Browser.start();
    clerk = await staff(browser.world);
    clerkName = (await clerk.client.get('/v1/identity/me')).body.username;
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
    const changed = page.getByRole('row').filter({ hasText: clerkName }).filter({ hasText: 'Changed' });
    await changed.getByRole('cell', { name: 'Changed' }).click();
    const price = page.getByRole('row', { name: 'price 1000 1200', exact: true });
    await price.waitFor();
    expect(await browser.faultsOf(page, 'audit')).toEqual([]);
  });

  it('is searched by person, by what they did, and by time, with the search in the address', async () => {
    const choose = async (name: string) => {
      await page.getByRole('button', { name: 'Add filter' }).click();
      await page.getByRole('menuitemcheckbox', { name }).click();
    };
    const searchedFor = (...wishes: string[]) =>
      page.waitForURL(({ searchParams }) =>
        wishes.every((wish) => searchParams.get('filter')?.includes(wish) === true),
      );
    await choose('Who');
    await page.getByRole('textbox', { name: 'Who' }).fill(clerk.id);
    await page.getByRole('combobox', { name: 'What' }).click();
    await page.getByRole('option', { name: 'Changed' }).click();
    await searchedFor(clerk.id, '"action":"UPDATE"');
    await page.reload();
    const changed = page
      .getByRole('row')
      .filter({ hasText: 'catalog.products' })
      .filter({ hasText: clerkName });
    await changed.waitFor();
    await choose('From');
    await page.getByLabel('From').fill('2199-01-01T00:00');
    await searchedFor('"from":"2199-01-01T00:00:00.000Z"');
    await page.getByText('Nothing matches').waitFor();
    await page.getByLabel('From').fill('2020-01-01T00:00');
    await searchedFor('"from":"2020-01-01T00:00:00.000Z"');
    await changed.waitFor();
  });

  it('is searched by person from any line that names them', async () => {
    await page
      .getByRole('link', { name: `${clerkName} (staff)` })
      .first()
      .click();
    await page.waitForURL(
      ({ searchParams }) => searchParams.get('filter') === JSON.stringify({ actor: clerk.id }),
    );
    await page.getByRole('row').filter({ hasText: 'catalog.products' }).first().waitFor();
  });

  it('leads from a line to the whole history of its row, with what differs side by side', async () => {
    await page.getByRole('link', { name: productId }).first().click();
    await page.getByRole('heading', { name: 'History of a row of catalog.products' }).waitFor();
    await page.getByRole('heading', { name: `Changed by ${clerkName} (staff)` }).waitFor();
    await page.getByRole('heading', { name: /^Created by / }).waitFor();
    const changed = page.getByRole('article').filter({ hasText: `Changed by ${clerkName} (staff)` });
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

  it('is seen to be another one than was sealed, by whomever it was changed, and where', async () => {
    const owner = browser.world.database.ownerUrl;
    const entry = { schema: 'catalog', table: 'products', rowId: productId };
    const { body } = await clerk.client.get('/v1/audit', { query: { ...entry, action: 'UPDATE' } });
    const [changed] = body.items as { id: number }[];
    await withClient(owner, (client) =>
      client.query("UPDATE audit.log SET actor_id = 'nobody' WHERE id = $1", [changed?.id]),
    );
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.getByRole('alert').getByText('The log is not as it was written.').waitFor();
    await page.getByText(/^An entry was changed · Seal \d+, entry \d+ · /).waitFor();
    expect(await browser.faultsOf(page, 'seals-broken')).toEqual([]);
  });
});
