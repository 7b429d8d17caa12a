import { readingOf, type ReadTable } from './reading';
import { toldParameters } from './told-parameters';

const tables = new Map<string, ReadTable>(
  [
    { number: 1, name: 'orders.orders', masked: [] },
    { number: 2, name: 'identity.users', masked: ['password_hash'] },
    { number: 3, name: 'identity.refresh_tokens', masked: ['hash'] },
  ].map((table) => [table.name, table]),
);

describe('A statement', () => {
  it.each([
    ['SELECT * FROM orders.orders WHERE id = $1', [1]],
    ['SELECT "Order"."id" FROM "orders"."orders" "Order" FOR NO KEY UPDATE', [1]],
    ['SELECT 1 FROM orders.orders JOIN identity.users ON users.id = orders.customer_id', [1, 2]],
    ['WITH mine AS (SELECT id FROM orders.orders) SELECT count(*) FROM mine', [1]],
  ])('reads what it names: %s', (sql, read) => {
    expect(readingOf(sql, tables)?.tables).toEqual(read);
  });

  it.each([
    'SELECT 1',
    'SELECT * FROM catalog.words',
    "UPDATE orders.orders SET status = 'paid' WHERE id = $1",
    'UPDATE "orders"."orders" AS o SET status = $1',
    'INSERT INTO orders.orders (id) SELECT $1',
    'WITH gone AS (DELETE FROM orders.orders RETURNING id) SELECT * FROM gone',
  ])('reads nothing that is kept: %s', (sql) => {
    expect(readingOf(sql, tables)).toBeUndefined();
  });

  it.each([
    ['SELECT * FROM identity.refresh_tokens WHERE hash = $1', true],
    ['SELECT "T"."hash" FROM "identity"."refresh_tokens" "T" WHERE (("T"."hash" = $1))', true],
    ['SELECT * FROM identity.refresh_tokens WHERE $1 = hash', true],
    ['SELECT * FROM identity.refresh_tokens WHERE hash IN ($1, $2)', true],
    ['SELECT "T"."hash" AS "T_hash" FROM "identity"."refresh_tokens" "T" WHERE "T"."session_id" = $1', false],
    ['SELECT password_hash, role FROM identity.users WHERE id = $1', false],
  ])('that looks for a secret does not tell for which: %s', (sql, hidden) => {
    expect(readingOf(sql, tables)?.hidesParameters).toBe(hidden);
  });

  it('is told on one line', () => {
    expect(readingOf('\n  SELECT id\n  FROM orders.orders ', tables)?.statement).toBe(
      'SELECT id FROM orders.orders',
    );
  });
});

describe('Parameters', () => {
  const told = (...parameters: unknown[]): unknown => JSON.parse(toldParameters(parameters, false));

  it('are told as they are where they can be', () => {
    const at = new Date('2026-11-27T10:00:00Z');
    const id = '19f3a0c2-1111-7222-8333-123456789012';
    expect(told('ann', 5, true, null, at, id)).toEqual(['ann', 5, true, null, at.toISOString(), id]);
  });

  it.each(['4980276372331233', '4980 2763 7233 1233', '4980-2763-7233-1233', 4980276372331233])(
    'that could be a card are masked: %s',
    (card) => {
      expect(told(card, [card])).toEqual(['[masked]', ['[masked]']]);
    },
  );

  it('that are bytes are masked, and all of them where a secret is looked for', () => {
    expect(told(Buffer.from('secret'))).toEqual(['[masked]']);
    expect(JSON.parse(toldParameters(['a', 5], true))).toEqual(['[masked]', '[masked]']);
  });

  it('that are long are cut', () => {
    const [text, many] = told(
      'x'.repeat(500),
      Array.from({ length: 100 }, (_, at) => at),
    ) as [string, unknown[]];
    expect(text).toHaveLength(201);
    expect(many).toHaveLength(21);
    expect(many.at(-1)).toBe('… 100 in all');
  });
});
