/** A shop in a test's world: who works there and what is on its shelves. */
import { randomUUID } from 'node:crypto';
import { ONLINE_BRANCH_ID, ProductsService, StockService, StructureService } from '@plaza/catalog';
import { RegistrationService, SessionsService, UsersService } from '@plaza/identity';
import { Database } from '@plaza/platform';
import type { EntitySubscriberInterface } from 'typeorm';
import type { Client } from '#test/client';
import type { World } from '#test/world';

const password = 'a long enough password';

export interface Shelf {
  categoryId?: string;
  name?: string;
  sku?: string;
  price?: number;
  currency?: string;
  onHand?: number;
  branchId?: string;
}

/** Somebody with a login. */
export class Person {
  client: Client;
  token = '';

  constructor(
    private readonly world: World,
    readonly id: string,
    readonly username: string,
  ) {
    this.client = world.anyone;
  }

  /** To be done again when the test's clock has gone on: tokens live for minutes. */
  async signIn(): Promise<this> {
    const { accessToken } = await this.world.app.get(SessionsService).logIn(this.username, password);
    this.token = accessToken;
    this.client = this.world.anyone.withToken(accessToken);
    return this;
  }
}

export async function staff(world: World, role: 'staff' | 'admin' = 'staff'): Promise<Person> {
  const details = somebody('clerk');
  const { user } = await world.app.get(UsersService).createStaff({ ...details, role });
  return new Person(world, user.id, details.username).signIn();
}

export async function customer(world: World): Promise<Person> {
  const details = somebody('shopper');
  const { id } = await world.app.get(RegistrationService).register(details);
  return new Person(world, id, details.username).signIn();
}

function somebody(kind: string) {
  const username = `${kind}-${randomUUID().slice(0, 8)}`;
  return { username, email: `${username}@example.org`, password };
}

export async function category(world: World, name: string, parentId: string | null = null): Promise<string> {
  const slug = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}`;
  return (await world.app.get(StructureService).createCategory({ name, slug, parentId })).id;
}

/** Puts a product on the shelves; returns its id. */
export async function product(world: World, shelf: Shelf = {}): Promise<string> {
  const { onHand = 10, branchId = ONLINE_BRANCH_ID, ...fields } = shelf;
  const categoryId = fields.categoryId ?? (await category(world, 'Things'));
  const productId = await world.app.get(ProductsService).create({
    ...{ sku: randomUUID(), name: 'Thing', price: 100, currency: 'EUR' },
    ...fields,
    categoryId,
  });
  if (onHand > 0) {
    await world.app.get(StockService).adjust({ productId, branchId, delta: onHand, reason: 'Delivered' });
  }
  return productId;
}

/** The statements like `pattern` that this world sends to the database while `work` is under way. */
export async function statementsOf(
  world: World,
  pattern: RegExp,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const { subscribers } = world.app.get(Database).dataSource;
  const statements: string[] = [];
  const listener: EntitySubscriberInterface = {
    beforeQuery: ({ query }) => {
      if (pattern.test(query)) statements.push(query);
    },
  };
  subscribers.push(listener);
  try {
    await work();
  } finally {
    subscribers.splice(subscribers.indexOf(listener), 1);
  }
  return statements;
}

/** The places that a refusal finds fault with. */
export function pointersOf({ errors }: { errors: { pointer: string }[] }): string[] {
  return [...new Set(errors.map(({ pointer }) => pointer))];
}
