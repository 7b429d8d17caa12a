/** Partners, their clients and staff in the browser: for admins alone, and a secret is seen once. */
import type { Page } from 'playwright-core';
import { Browser } from '#test/browser';
import { describeWith } from '#test/needs';

describeWith('chromium', 'Partners in the back office', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await Browser.start();
    page = await browser.open('admin', '/partners');
  });

  afterAll(async () => {
    await browser.end();
  });

  afterEach(() => {
    expect(browser.takeScriptFaults()).toEqual([]);
  });

  it('are not shown to staff who are no admins, and neither are staff', async () => {
    const other = await browser.open('staff', '/programmes');
    await other.getByRole('menuitem', { name: 'Programmes' }).waitFor();
    for (const name of ['Partners', 'Staff']) {
      expect(await other.getByRole('menuitem', { name, exact: true }).count()).toBe(0);
    }
    for (const address of ['partners', 'staff', 'partners/create']) {
      await other.goto(`${browser.world.url}/backoffice/${address}`);
      await other.getByText('Access denied').waitFor();
    }
    await other.close();
  });

  it('get a client whose secret is shown once', async () => {
    await page.getByRole('link', { name: 'Create' }).click();
    await page.getByLabel('Name').fill('Harbour Coffee');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Create a client' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Till');
    await page.getByRole('dialog').getByRole('button', { name: 'Create a client' }).click();
    const [clientId, secret] = [await told('Client id'), await told('Secret')];
    expect(await browser.faultsOf(page, 'secret-once')).toEqual([]);
    expect(await tokenWith(clientId, secret)).toBe(200);

    // Neither a key pressed by mistake nor a click beside it takes the secret away.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('cell', { name: clientId }).waitFor();
    expect(await page.getByText(secret).count()).toBe(0);
    await page.reload();
    await page.getByRole('cell', { name: clientId }).waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(await browser.faultsOf(page, 'partner')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'partner')).toBeLessThanOrEqual(0);

    await page.getByRole('button', { name: 'New secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
    await page.getByText('The secret before it stays good until').waitFor();
    const next = await told('Secret');
    expect(next).not.toBe(secret);
    expect([await tokenWith(clientId, secret), await tokenWith(clientId, next)]).toEqual([200, 200]);
    await page.getByRole('button', { name: 'I have kept it' }).click();
  });

  const told = async (label: string) =>
    (await page.getByRole('dialog').getByLabel(label, { exact: true }).textContent()) ?? '';

  async function tokenWith(clientId: string, secret: string): Promise<number> {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
    });
    return (await fetch(`${browser.world.url}/v1/oauth/token`, { method: 'POST', body })).status;
  }

  it('are disabled together with their clients, and enabled again', async () => {
    await page.getByRole('button', { name: 'Disable' }).first().click();
    await page.getByText('Its machines cannot come in any more').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await page.getByRole('button', { name: 'Enable' }).waitFor();
  });

  it('stand beside staff, whom admins enter with a first password', async () => {
    await page.getByRole('menuitem', { name: 'Staff' }).click();
    await page.getByRole('link', { name: 'Create' }).click();
    await page.getByLabel('Username').fill('grace');
    await page.getByLabel('First password').fill('a long enough password');
    await page.getByLabel('E-mail').fill('grace@example.org');
    expect(await browser.faultsOf(page, 'staff-form')).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Disable' }).waitFor();
    expect(await browser.faultsOf(page, 'staff-member')).toEqual([]);
    await page.getByRole('menuitem', { name: 'Staff' }).click();
    await page.getByRole('cell', { name: 'grace', exact: true }).waitFor();
    expect(await browser.faultsOf(page, 'staff')).toEqual([]);
  });
});
