/**
 * Those who use the shop in the day that is measured: customers who look around, fill carts, order and pay, and a partner's machines. Each
 * kind of request is made as their programs would make it, with their own tokens; what must follow from another (an order that is paid, a
 * refresh token that was given in place of the one before) does.
 */
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { drawing } from '../support/drawing';
import type { Answer, Asker, Question } from '../support/http-caller';
import type { Kind } from './model';

export const shopSchema = z.object({
  url: z.url(),
  customers: z.array(
    z.object({
      username: z.string(),
      password: z.string(),
      accessToken: z.string(),
    }),
  ),
  /** Of products that can be had. */
  productIds: z.array(z.string()),
  /** Slugs. */
  categories: z.array(z.string()),
  /** That names of products are made of. */
  words: z.array(z.string()),
  partnerToken: z.string(),
  /** External ids of members. */
  members: z.array(z.string()),
});
export type Shop = z.output<typeof shopSchema>;

/** What each is answered with. */
const wanted: Record<Kind, number> = {
  browse: 200,
  search: 200,
  product: 200,
  'sign-in': 200,
  refresh: 200,
  cart: 200,
  order: 201,
  pay: 202,
  history: 200,
  accrue: 201,
  balance: 200,
  feed: 200,
};

/** In each cart, so that none grows without end. */
const productsInCart = 5;
/** That are refreshed again and again. */
const sessionsMax = 64;
/** The larger, the more of all look at the same few. */
const popularity = 3;
const refreshedSchema = z.object({ refreshToken: z.string() });

const bearing = (token: string) => `authorization: Bearer ${token}\r\n`;

/** Of a device that stays signed in, and apart from those that are used for all else. */
interface Session {
  login: { username: string; password: string };
  refreshToken: string | undefined;
}

interface Unpaid {
  orderId: string;
  token: string;
}

export class Visitors {
  private readonly drawn: () => number;
  private readonly sessions: Session[];
  private readonly carts: { id: string; token: string }[] = [];
  private readonly unpaid: Unpaid[] = [];

  constructor(
    private readonly shop: Shop,
    private readonly asker: Asker,
    seed: number,
  ) {
    this.drawn = drawing(seed);
    this.sessions = shop.customers.slice(0, sessionsMax).map(newSession);
  }

  /** Every customer takes a cart at the door, and sessions begin. */
  async begin(): Promise<void> {
    for (const { accessToken: token } of this.shop.customers) {
      const id = uuidv7();
      await this.request(201, {
        ...{ method: 'POST', path: '/v1/orders/carts', headers: bearing(token) },
        body: JSON.stringify({ id }),
      });
      this.carts.push({ id, token });
    }
    for (let left = this.sessions.length; left > 0; left -= 1) await this.refresh();
  }

  /** @throws Error when it was not answered as it should be */
  async ask(kind: Kind): Promise<void> {
    switch (kind) {
      case 'refresh':
        return this.refresh();
      case 'order':
        this.unpaid.push(await this.order());
        return;
      case 'pay':
        return this.pay();
      default:
        await this.request(wanted[kind], this.question(kind));
    }
  }

  private question(kind: Exclude<Kind, 'refresh' | 'order' | 'pay'>): Question {
    switch (kind) {
      case 'browse':
        return get(`/v1/catalog/products?category=${this.popular(this.shop.categories)}&inStock=true`);
      case 'search':
        return get(`/v1/catalog/products?q=${encodeURIComponent(this.searched())}`);
      case 'product':
        return get(`/v1/catalog/products/${this.popular(this.shop.productIds)}`);
      case 'sign-in': {
        const { username, password } = this.any(this.shop.customers);
        return post('/v1/identity/token', '', { username, password });
      }
      case 'cart': {
        const { id, token } = this.any(this.carts);
        const product = this.shop.productIds[Math.floor(this.drawn() * productsInCart)] ?? '';
        const body = JSON.stringify({ quantity: 1 + Math.floor(this.drawn() * 2) });
        return {
          method: 'PUT',
          path: `/v1/orders/carts/${id}/items/${product}`,
          headers: bearing(token),
          body,
        };
      }
      case 'history':
        return get('/v1/orders', this.any(this.shop.customers).accessToken);
      case 'accrue':
        return post(`${this.member()}/accruals`, bearing(this.shop.partnerToken), {
          ...{ points: 5, description: 'Coffee', sourceId: uuidv7() },
          occurredAt: '2026-11-20T08:00:00.000Z',
        });
      case 'balance':
        return get(`${this.member()}/balance`, this.shop.partnerToken);
      case 'feed':
        return get('/v1/loyalty/events', this.shop.partnerToken);
    }
  }

  /** A program whose session has ended, because an answer was lost for too long, signs in anew; as does one that has none yet. */
  private async refresh(): Promise<void> {
    const session = this.sessions.shift() ?? newSession(this.any(this.shop.customers));
    const { refreshToken } = session;
    session.refreshToken = undefined;
    try {
      const question =
        refreshToken === undefined
          ? post('/v1/identity/token', '', session.login)
          : post('/v1/identity/token/refresh', '', { refreshToken });
      const { body } = await this.request(wanted.refresh, question);
      session.refreshToken = refreshedSchema.parse(JSON.parse(body)).refreshToken;
    } finally {
      this.sessions.push(session);
    }
  }

  private async order(): Promise<Unpaid> {
    const [id, { accessToken: token }] = [uuidv7(), this.any(this.shop.customers)];
    const [one, other] = [this.any(this.shop.productIds), this.any(this.shop.productIds)];
    const items = [...new Set([one, other])].map((productId) => ({ productId, quantity: 1 }));
    await this.request(wanted.order, post('/v1/orders', bearing(token), { id, items }));
    return { orderId: id, token };
  }

  private async pay(): Promise<void> {
    const { orderId, token } = this.unpaid.shift() ?? (await this.order());
    const body = { id: uuidv7(), orderId, creditCard: '4980276372331233' };
    await this.request(wanted.pay, post('/v1/payments', bearing(token), body));
  }

  private async request(status: number, question: Question): Promise<Answer> {
    const answer = await this.asker.ask(question);
    if (answer.status === status) return answer;
    throw new Error(`${question.method} ${question.path} answered ${answer.status}: ${answer.body}`);
  }

  private member(): string {
    return `/v1/loyalty/members/${this.any(this.shop.members)}`;
  }

  private searched(): string {
    const [one, other] = [this.popular(this.shop.words), this.any(this.shop.words)];
    return this.drawn() < 0.5 ? one : `${one} ${other}`;
  }

  private any<T>(things: readonly T[]): T {
    return at(things, this.drawn());
  }

  private popular<T>(things: readonly T[]): T {
    return at(things, this.drawn() ** popularity);
  }
}

function at<T>(things: readonly T[], place: number): T {
  const thing = things[Math.floor(place * things.length)];
  if (thing === undefined) throw new RangeError('There is nothing to choose from');
  return thing;
}

function newSession({ username, password }: Shop['customers'][number]): Session {
  return { login: { username, password }, refreshToken: undefined };
}

function get(path: string, token?: string): Question {
  return { method: 'GET', path, headers: token === undefined ? '' : bearing(token) };
}

function post(path: string, headers: string, body: object): Question {
  return { method: 'POST', path, headers, body: JSON.stringify(body) };
}
