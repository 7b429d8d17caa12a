/** The weekly report in the browser: for whom it is, seen as it is mailed, sent, and read where mail is captured. */
import type { Page } from 'playwright-core';
import { Browser } from '#test/browser';
import { describeWith } from '#test/needs';

const address = 'reader@example.org';

describeWith('chromium', 'The weekly report in the back office', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await Browser.start();
    page = await browser.open('staff', '/recipients');
  });

  afterAll(async () => {
    await browser.end();
  });

  afterEach(() => {
    expect(browser.takeScriptFaults()).toEqual([]);
  });

  it('has recipients whom staff add', async () => {
    await page.getByText('Nothing yet', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Create' }).click();
    await page.getByLabel('E-mail').fill(address);
    expect(await browser.faultsOf(page, 'recipient')).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('cell', { name: address }).waitFor();
    expect(await browser.faultsOf(page, 'recipients')).toEqual([]);
  });

  it('goes to each of them in their language, which staff change', async () => {
    await page.getByRole('cell', { name: address }).click();
    await page.getByRole('combobox', { name: 'Language' }).click();
    await page.getByRole('option', { name: 'Spanish' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('cell', { name: 'Spanish' }).waitFor();
  });

  it('is seen as it is mailed, in the language of the reader', async () => {
    await page.getByRole('menuitem', { name: 'Weekly report' }).click();
    const letter = page.frameLocator('iframe[title="As it is mailed"]');
    await letter.getByRole('heading', { name: /^Weekly report 2/ }).waitFor();
    expect(await browser.faultsOf(page, 'report')).toEqual([]);
    expect(await browser.excessOnPhone(page, 'report')).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Spanish' }).click();
    await letter.getByRole('heading', { name: /^Informe semanal 2/ }).waitFor();
    await page.getByRole('button', { name: 'Ukrainian' }).click();
    await letter.locator('html[lang="uk"]').waitFor();
  });

  it('is kept as a file, printed or as a table', async () => {
    for (const kind of ['PDF', 'CSV']) {
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: kind, exact: true }).click();
      expect((await downloading).suggestedFilename()).toMatch(
        new RegExp(`^plaza-2\\d{3}-W\\d\\d\\.${kind.toLowerCase()}$`),
      );
    }
  });

  it('is looked at week by week, and the week that goes on says so', async () => {
    await page.getByRole('button', { name: 'The week after' }).click();
    await page.getByText('This week is not over').waitFor();
    await page.getByRole('button', { name: 'The week before' }).click();
    await page.getByText('This week is not over').waitFor({ state: 'detached' });
  });

  it('is that of whichever week is typed, and of what is none it is said why not', async () => {
    const over = new URL(page.url()).pathname;
    const week = page.getByRole('textbox', { name: 'Week' });
    const type = async (name: string) => {
      await week.fill(name);
      await week.press('Enter');
    };
    await type('last week');
    await page.getByText('A week such as 2026-W47').waitFor();
    await type('2025-W03');
    await page.getByRole('heading', { name: 'What was sent of 2025-W03' }).waitFor();
    await page.getByText(/^13 Jan 2025.+20 Jan 2025/).waitFor();
    await type('2199-W01');
    await page.getByRole('alert').getByText('This week has not begun.').waitFor();
    await type(over.slice(over.lastIndexOf('/') + 1));
    await page.getByRole('heading', { name: 'As it is mailed' }).waitFor();
  });

  it('is sent from there, once to each, and what was sent is told', async () => {
    await send('Sent to 1; 0 had it already');
    await page.getByRole('cell', { name: address }).waitFor();
    await send('Sent to 0; 1 had it already');
    await page.getByRole('menuitem', { name: 'Reports sent' }).click();
    await page.getByRole('heading', { name: 'Reports sent' }).waitFor();
    await page.getByRole('cell', { name: address }).waitFor();
    expect(await browser.faultsOf(page, 'reports-sent')).toEqual([]);
  });

  async function send(said: string): Promise<void> {
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText(said).waitFor();
  }

  it('is read as captured mail where no mail server is configured', async () => {
    await browser.world.settle();
    await page.getByRole('menuitem', { name: 'Mail' }).click();
    await page.getByRole('heading', { name: 'Mail', exact: true }).waitFor();
    await page.getByRole('cell', { name: 'Captured' }).waitFor();
    expect(await browser.faultsOf(page, 'mail')).toEqual([]);
    await page.getByRole('cell', { name: address }).click();
    await page.getByRole('button', { name: /\.pdf \(\d+ kB\)$/ }).waitFor();
    const letter = page.frameLocator('iframe[title="As its recipient would get it"]');
    await letter.getByRole('heading', { name: /^Informe semanal 2/ }).waitFor();
    expect(await browser.faultsOf(page, 'captured-mail')).toEqual([]);
  });
});
