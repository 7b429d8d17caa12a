/** A day's work with customers, orders and stock in the browser, and every screen of it as it is seen and heard. */
import { randomUUID } from 'node:crypto';
import { withClient } from '@plaza/engines';
import { Reconciliation } from '@plaza/reporting';
import type { Page } from 'playwright-core';
import { ONLINE_BRANCH_ID } from '@plaza/catalog';
import { category, customer, product, staff, type Person } from '../catalog/shop';
import { Browser } from '#test/browser';
import { describeWith } from '#test/needs';

const productsCount = 27;

describeWith('chromium', 'The back office of the shop', () => {
  let browser: Browser;
  let clerk: Person;
  let shopper: Person;
  let lamp: string;
  let page: Page;

  beforeAll(async () => {
    browser = await Browser.start();
    const { world } = browser;
    [clerk, shopper] = [await staff(world), await customer(world)];
    await clerk.client.post('/v1/catalog/branches', { code: 'north', name: 'North' });
    const categoryId = await category(world, 'Lighting');
    lamp = await product(world, { name: 'A lamp', sku: 'LAMP-1', price: 1_250, categoryId });
    for (let number = 2; number <= productsCount; number += 1)
      await product(world, { name: `Thing ${String(number).padStart(2, '0')}`, categoryId, onHand: 0 });
    await clerk.client.post('/v1/identity/customers', { fullName: 'Ana Known', documentNumber: 'ANA-1' });
    const items = [{ productId: lamp, quantity: 2 }];
    await clerk.client.post('/v1/orders/sales', { branchId: ONLINE_BRANCH_ID, items });
    page = await browser.open('staff', '/');
  });

  afterAll(async () => {
    await browser.end();
  });

  afterEach(() => {
    expect(browser.takeScriptFaults()).toEqual([]);
  });

  const goTo = (path: string) => page.goto(`${browser.world.url}/backoffice${path}`);
  const row = (text: string) => page.getByRole('row').filter({ hasText: text });
  const order = async () =>
    (await shopper.client.post('/v1/orders', { items: [{ productId: lamp, quantity: 1 }] })).body as {
      id: string;
      number: string;
    };

  it.each([
    ['orders', 'P-00000001'],
    ['customers', 'Ana Known'],
    ['products', 'A lamp'],
    ['movements', 'Delivered'],
    ['categories', 'lighting-'],
    ['branches', 'North'],
  ])('shows its list of %s to everybody, on a phone too', async (name, known) => {
    await goTo(`/${name}`);
    await row(known).first().waitFor();
    expect(await browser.faultsOf(page, name)).toEqual([]);
    expect(await browser.excessOnPhone(page, name)).toBeLessThanOrEqual(0);
  });

  it('goes from page to page of a list, and finds the page again by its address', async () => {
    await goTo('/products');
    await page.getByText('1-25 of more than 25').waitFor();
    await page.getByRole('button', { name: 'Go to next page' }).click();
    await row('Thing 27').waitFor();
    await page.getByText('26-27 of 27').waitFor();
    await page.reload();
    await row('Thing 27').waitFor();
  });

  it('keeps a filter in the address, and exports what it lets through', async () => {
    await goTo('/products');
    await page.getByPlaceholder('Name or SKU').fill('lamp');
    await page.getByText('1-1 of 1').waitFor();
    expect(page.url()).toMatch(/filter=.*lamp/);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    const content = await (await downloading).createReadStream();
    const text = Buffer.concat(await content.toArray()).toString();
    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect(text).toContain('LAMP-1');
  });

  it('enters a customer, names the field that is wrong, and issues a code', async () => {
    await goTo('/customers/create');
    await page.getByLabel(/^Name/).fill('Berta Counter');
    await page.getByLabel(/^Document number/).fill('ANA-1');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Another customer has this document number.').waitFor();
    expect(await browser.faultsOf(page, 'customer-create')).toEqual([]);
    await page.getByLabel(/^E-mail/).fill('nowhere');
    await page.getByLabel(/^Document number/).fill('BERTA-1');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('email must be an email').waitFor();
    await page.getByLabel(/^E-mail/).fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Issue a claim code' }).click();
    await page
      .getByRole('dialog')
      .getByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
      .waitFor();
    expect(await browser.faultsOf(page, 'customer')).toEqual([]);
  });

  it('corrects stock with a reason, refuses what is not there, and shows the movement at once', async () => {
    await goTo(`/products/${lamp}/show`);
    const correct = async (delta: string) => {
      await page.getByLabel(/^Change/).fill(delta);
      await page.getByRole('dialog').getByRole('button', { name: 'Correct stock' }).click();
    };
    await page.getByRole('button', { name: 'Correct stock' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/^Branch/)
      .click();
    await page.keyboard.type('onl');
    await page.getByRole('option', { name: 'North' }).waitFor({ state: 'detached' });
    await page.getByRole('option', { name: 'Online' }).click();
    await page
      .getByRole('dialog')
      .getByLabel(/^Reason/)
      .fill('Counted again');
    await correct('-500');
    await page.getByText(/There is not that much to take/).waitFor();
    expect(await browser.faultsOf(page, 'stock-correction')).toEqual([]);
    await correct('5');
    await row('Counted again').getByText('+5').waitFor();
    expect(await browser.faultsOf(page, 'product')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'product')).toBeLessThanOrEqual(0);
  });

  it('undoes a change, unless somebody else has changed the same meanwhile', async () => {
    const rename = async (name: string) => {
      await goTo(`/products/${lamp}`);
      await page.getByLabel(/^Name/).fill(name);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
    };
    const nameAndPrice = async () => {
      const { body } = await clerk.client.get(`/v1/catalog/products/${lamp}`);
      return [body.name, body.price] as unknown;
    };
    await rename('A torch');
    await clerk.client.patch(`/v1/catalog/products/${lamp}`, { price: 1_300 });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('It is as it was before').waitFor();
    expect(await nameAndPrice()).toEqual(['A lamp', 1_300]);

    await rename('A torch');
    await clerk.client.patch(`/v1/catalog/products/${lamp}`, { name: 'A lantern' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Somebody has changed it meanwhile').waitFor();
    expect(await nameAndPrice()).toEqual(['A lantern', 1_300]);
  });

  it('shows what happens to an order while it is looked at, cancels it, and has its history from the audit log', async () => {
    const { id, number } = await order();
    await goTo(`/orders/${id}/show`);
    await page.getByRole('heading', { name: `Order ${number}` }).waitFor();
    await page.getByRole('button', { name: 'Cancel order' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('The wrong size');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).click();
    await page.getByText('The wrong size').waitFor();
    await page.getByRole('button', { name: 'History' }).click();
    await row('awaiting-payment').filter({ hasText: 'cancelled' }).first().waitFor();
    expect(await browser.faultsOf(page, 'order')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'order')).toBeLessThanOrEqual(0);

    const other = await order();
    await goTo(`/orders/${other.id}/show`);
    await page.getByRole('button', { name: 'Cancel order' }).waitFor();
    await shopper.client.post(`/v1/orders/${other.id}/cancel`, { reason: 'Changed my mind' });
    await page.getByText('Changed my mind').waitFor();
    await page.getByRole('button', { name: 'Cancel order' }).waitFor({ state: 'detached' });
  });

  it('shows what does not fit between orders and payments, what each says, and mends it once that is approved', async () => {
    const { world } = browser;
    await withClient(world.database.ownerUrl, (client) =>
      client.query('UPDATE orders.orders SET payment_id = $1 WHERE sale', [randomUUID()]),
    );
    await withClient(world.database.ownerUrl, (client) =>
      client.query(
        `INSERT INTO catalog.stock_movements (product_id, branch_id, delta, cause, reference, moved_at)
         SELECT product_id, branch_id, -1, 'sale', gen_random_uuid(), $1 FROM catalog.stock LIMIT 1`,
        [world.clock.now()],
      ),
    );
    world.clock.forwardMinutes(20);
    await world.settle();
    await world.app.get(Reconciliation).run();
    await goTo('/drifts');
    const drift = row('Order paid, and no payment captured');
    await drift.click();
    await page.getByRole('heading', { name: 'Payments say' }).waitFor();
    await page.getByText('Nothing: it is not known there.').waitFor();
    expect(await browser.faultsOf(page, 'drifts')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'drifts')).toBeLessThanOrEqual(0);
    await drift.getByRole('button', { name: 'Put the payment on the stream again' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Put the payment on the stream again' })
      .click();
    await page.getByText('It is corrected').waitFor();
    await drift.waitFor({ state: 'detached' });
    const stock = row('Stock sold for no order that was paid');
    await stock.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('Set aside for the window');
    await page.getByRole('dialog').getByRole('button', { name: 'Dismiss' }).click();
    await page.getByText('It is dismissed').waitFor();
    await stock.waitFor({ state: 'detached' });
  });

  it('speaks Spanish and is dark when asked to', async () => {
    await goTo('/orders');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('menuitem', { name: 'Español' }).click();
    await page.getByRole('heading', { name: 'Pedidos' }).waitFor();
    await page.getByRole('button', { name: 'Cambiar entre claro y oscuro' }).click();
    await row('P-00000001').first().waitFor();
    expect(await browser.faultsOf(page, 'orders-dark')).toEqual([]);
  });
});
