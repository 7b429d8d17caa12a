/** The way in: signing in, staying signed in over a reload, being shown what the role may use, and out again everywhere. */
import { randomUUID } from 'node:crypto';
import { RegistrationService, StaffService, UsersService } from '@plaza/identity';
import { Browser, signInOn } from '#test/browser';
import { describeWith } from '#test/needs';

const password = 'a long enough password';

describeWith('chromium', 'The back office', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await Browser.start();
  });

  afterAll(async () => {
    await browser.end();
  });

  afterEach(() => {
    expect(browser.takeScriptFaults()).toEqual([]);
  });

  it('is where the address of Plaza leads to', async () => {
    const answer = await fetch(browser.world.url, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/backoffice/']);
  });

  it('lets in who knows a password of staff, and tells everybody else why not', async () => {
    const page = await browser.openAsNobody('/');
    expect(await browser.faultsOf(page, 'sign-in')).toEqual([]);
    await signInOn(page, 'nobody', password);
    await page.getByRole('alert').getByText('The username or the password is wrong.').waitFor();

    const username = `shopper-${randomUUID().slice(0, 8)}`;
    await browser.world.app
      .get(RegistrationService)
      .register({ username, email: `${username}@example.org`, password });
    await signInOn(page, username, password);
    await page.getByRole('alert').getByText('The back office is for staff.').waitFor();
    await page.close();
  });

  it('keeps a person signed in over a reload and in a second tab, and signs out everywhere at once', async () => {
    const page = await browser.open('staff', '/customers');
    await page.reload();
    await page.getByRole('heading', { name: 'Customers' }).waitFor();
    const second = await browser.open('staff', '/orders');
    await second.getByRole('heading', { name: 'Orders' }).waitFor();

    await second.getByRole('button', { name: 'Ada Counter' }).click();
    await second.getByRole('menuitem', { name: 'Logout' }).click();
    await second.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.close();
    await second.close();
  });

  it('goes on with a new token when the one it has is over, and with none once its person is disabled', async () => {
    const { world } = browser;
    const join = async (username: string, role: 'staff' | 'admin') => {
      const details = { username, email: `${username}@example.org`, password, role };
      return (await world.app.get(UsersService).createStaff(details)).user.id;
    };
    const username = `clerk-${randomUUID().slice(0, 8)}`;
    const [clerkId, adminId] = [await join(username, 'staff'), await join(`of-${username}`, 'admin')];
    const page = await browser.openAsNobody('/orders');
    await signInOn(page, username, password);
    await page.getByRole('heading', { name: 'Orders' }).waitFor();
    world.clock.forwardMinutes(30);
    const refused = page.waitForResponse((answer) => answer.status() === 401);
    await page.getByRole('menuitem', { name: 'Customers' }).click();
    await refused;
    await page.getByText('Nothing yet', { exact: true }).or(page.getByRole('row')).first().waitFor();
    await page.getByRole('heading', { name: 'Customers' }).waitFor();

    await world.app.get(StaffService).disable(clerkId, { kind: 'admin', id: adminId });
    await page.getByRole('menuitem', { name: 'Orders' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await signInOn(page, username, password);
    await page.getByRole('alert').getByText('The username or the password is wrong.').waitFor();
    await page.close();
  });
});
