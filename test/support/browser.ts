/**
 * A real browser that looks at the back office of a world: pages signed in as a role, what is wrong for those who cannot see or use a
 * mouse, and a picture of each screen for people to look at. One browser per file, one sign-in per role.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsersService } from '@plaza/identity';
import { chromium, type Browser as Chromium, type BrowserContext, type Page } from 'playwright-core';
import { address } from './needs';
import { World, type WorldOptions } from './world';

export type StaffRole = 'staff' | 'admin';

interface Program {
  command: string;
  environment: Record<string, string>;
}

const picturesFolder = resolve(__dirname, '../../.plaza/screens');
/** On a busy machine; nothing waits for it when all goes well. */
const patienceMs = 30_000;
// Of what waits so long, a test may have several.
jest.setTimeout(4 * patienceMs);
const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 844 };
const password = 'a long enough password';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const askAxe = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
  .filter(({ impact }) => impact === 'serious' || impact === 'critical')
  .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;
/** What appears bit by bit has no colours of its own until it is there; what turns while something loads is left to turn. */
const standsStill = `Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
  .map(({ finished }) => finished)).then(() => undefined)`;

export class Browser {
  private readonly contexts = new Map<StaffRole, BrowserContext>();
  private readonly faults: string[] = [];

  private constructor(
    readonly world: World,
    private readonly chromium: Chromium,
  ) {}

  /** With a world of its own, within `describeWith('chromium', …)`. */
  static async start(options: WorldOptions = {}): Promise<Browser> {
    const world = await World.start(options);
    try {
      return new Browser(world, await launched());
    } catch (error) {
      await world.end();
      throw error;
    }
  }

  /** A page of somebody of the staff who is signed in, at an address below `/backoffice`. */
  async open(role: StaffRole, path: string): Promise<Page> {
    const context = this.contexts.get(role) ?? (await this.signIn(role));
    const page = await context.newPage();
    await page.goto(this.addressOf(path));
    return page;
  }

  /** A page of nobody, in a browser that knows nobody. */
  async openAsNobody(path: string): Promise<Page> {
    const page = await (await this.context()).newPage();
    await page.goto(this.addressOf(path));
    return page;
  }

  /** What is wrong with a page by the rules for accessible pages: what is serious or worse. Leaves pictures of it. */
  async faultsOf(page: Page, name: string): Promise<string[]> {
    await page.evaluate(axe);
    await page.evaluate(standsStill);
    const faults = await page.evaluate<string[]>(askAxe);
    await page.screenshot({ path: join(picturesFolder, `${name}.png`) });
    return faults;
  }

  /** As on a phone: a picture, and by how much the page is too wide. */
  async excessOnPhone(page: Page, name: string): Promise<number> {
    await page.setViewportSize(narrow);
    await page.screenshot({ path: join(picturesFolder, `${name}-phone.png`) });
    const excess = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
    await page.setViewportSize(wide);
    return excess;
  }

  /** What scripts threw and what the content security policy refused, since the last time this was asked. */
  takeScriptFaults(): string[] {
    return this.faults.splice(0);
  }

  async end(): Promise<void> {
    try {
      await this.chromium.close();
    } finally {
      await this.world.end();
    }
  }

  private async signIn(role: StaffRole): Promise<BrowserContext> {
    const username = `${role}-${randomUUID().slice(0, 8)}`;
    const details = { username, email: `${username}@example.org`, password };
    await this.world.app.get(UsersService).createStaff({ ...details, fullName: 'Ada Counter', role });
    const context = await this.context();
    const page = await context.newPage();
    await page.goto(this.addressOf('/'));
    await signInOn(page, username, password);
    await page.getByRole('navigation').waitFor();
    await page.close();
    this.contexts.set(role, context);
    return context;
  }

  private async context(): Promise<BrowserContext> {
    const context = await this.chromium.newContext({
      viewport: wide,
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(patienceMs);
    context.on('weberror', (fault) => this.faults.push(fault.error().message));
    context.on('console', (line) => {
      if (line.text().includes('Content Security Policy')) this.faults.push(line.text());
    });
    return context;
  }

  private addressOf(path: string): string {
    return `${this.world.url}/backoffice${path}`;
  }
}

function launched(): Promise<Chromium> {
  const { command, environment } = JSON.parse(address('chromium')) as Program;
  mkdirSync(picturesFolder, { recursive: true });
  return chromium.launch({
    executablePath: command,
    env: { ...process.env, ...environment },
    // Its sandbox is not to be had by root, nor within most containers; what it shows is ours alone.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
}

export async function signInOn(page: Page, username: string, secret: string): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
