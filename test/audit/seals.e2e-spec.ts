/** Whoever changes what was sealed is found out, and so is what they changed. */
import { withClient } from '@plaza/engines';
import type { Verification } from '@plaza/audit';
import type { Client as Connection } from 'pg';
import * as fc from 'fast-check';
import { customer, product, staff, type Person } from '../catalog/shop';
import { World } from '#test/world';
import { tamperedWith } from './tampering';

describe('The sealed log', () => {
  let world: World;
  let clerk: Person;

  beforeAll(async () => {
    world = await World.start();
    clerk = await staff(world);
    const productId = await product(world);
    for (const price of [110, 120, 130]) {
      await clerk.client.patch(`/v1/catalog/products/${productId}`, { price });
      await clerk.client.get('/v1/identity/customers?q=somebody');
      await customer(world);
      await cameToNothing();
      await world.settle();
    }
  });

  afterAll(async () => {
    await world.end();
  });

  const cameToNothing = () =>
    withClient(world.database.ownerUrl, (owner) =>
      owner.query(`
        BEGIN;
        INSERT INTO identity.partners (id, name, created_at) VALUES (gen_random_uuid(), 'Nobody', now());
        ROLLBACK`),
    );

  async function verify(wish: object = {}): Promise<Verification> {
    const { status, body } = await clerk.client.post<Verification>('/v1/audit/verify', wish);
    expect(status).toBe(200);
    return body;
  }

  const foundAfter = (change: (owner: Connection) => Promise<unknown>) =>
    tamperedWith(world, change, async () => (await verify()).findings);

  const sealedRow = async (place: number) => {
    const rows = await world.rows<{ id: number }>(
      'SELECT unnest(row_ids)::int AS id FROM audit.seals ORDER BY 1 LIMIT 1 OFFSET $1',
      [place],
    );
    return rows[0]?.id ?? 0;
  };

  it('is whole as long as nobody touches it, and tells the root that stands for it', async () => {
    const verification = await verify();
    expect(verification).toMatchObject({ intact: true, findings: [], archived: 0, next: null });
    expect(verification.seals).toBeGreaterThan(2);
    expect(verification.rows).toBeGreaterThan(20);
    const { body } = await clerk.client.get('/v1/audit/seals?limit=1');
    expect(verification.root).toEqual({ seal: body.items[0].number, hash: body.items[0].hash });
    expect(await verify({ root: body.items[0].hash })).toMatchObject({ intact: true });
  });

  it('can be verified part by part', async () => {
    const { seals } = await verify();
    expect(await verify({ from: 2 })).toMatchObject({ intact: true, seals: seals - 1 });
  });

  it('shows a row that was changed', async () => {
    const id = await sealedRow(5);
    const findings = await foundAfter((owner) =>
      owner.query("UPDATE audit.log SET actor_id = 'somebody else' WHERE id = $1", [id]),
    );
    expect(findings).toMatchObject([{ kind: 'row-changed', row: id }]);
  });

  it('shows a row that was removed', async () => {
    const id = await sealedRow(7);
    const findings = await foundAfter((owner) => owner.query('DELETE FROM audit.log WHERE id = $1', [id]));
    expect(findings).toMatchObject([{ kind: 'row-removed', row: id }]);
  });

  it('shows a row that was put in where one came to nothing', async () => {
    const [gap] = await world.rows<{ id: number }>(
      `SELECT id::int FROM generate_series(1, (SELECT max(to_id) FROM audit.seals)) AS gap (id)
       WHERE NOT EXISTS (SELECT FROM audit.log WHERE log.id = gap.id) LIMIT 1`,
    );
    expect(gap?.id).toBeGreaterThan(0);
    const findings = await foundAfter((owner) =>
      owner.query(
        `INSERT INTO audit.log (id, at, transaction_id, table_no, action, listed) OVERRIDING SYSTEM VALUE
         SELECT $1, at, transaction_id, table_no, 'I', true FROM audit.log ORDER BY id LIMIT 1`,
        [gap?.id],
      ),
    );
    expect(findings).toMatchObject([{ kind: 'row-inserted', row: gap?.id }]);
  });

  it('shows rows that stand in each other’s place', async () => {
    const [one, other] = [await sealedRow(2), await sealedRow(9)];
    const findings = await foundAfter(async (owner) => {
      await owner.query(`CREATE TEMP TABLE two AS SELECT * FROM audit.log WHERE id IN (${one}, ${other})`);
      await owner.query('DELETE FROM audit.log WHERE id IN (SELECT id FROM two)');
      await owner.query('UPDATE two SET id = $1 - id', [one + other]);
      await owner.query('INSERT INTO audit.log OVERRIDING SYSTEM VALUE SELECT * FROM two');
    });
    expect(findings).toMatchObject([
      { kind: 'row-moved', row: one },
      { kind: 'row-moved', row: other },
    ]);
  });

  it('shows seals that were changed, removed, or made anew', async () => {
    expect(
      await foundAfter((owner) => owner.query(`UPDATE audit.seals SET sealed_at = now() WHERE number = 2`)),
    ).toMatchObject([{ kind: 'seal-changed', seal: 2 }]);
    expect(
      await foundAfter((owner) => owner.query('DELETE FROM audit.seals WHERE number = 2')),
    ).toMatchObject([{ kind: 'seal-missing', seal: 3 }]);
    expect(await verify({ root: 'ab'.repeat(32) })).toMatchObject({
      intact: false,
      findings: [{ kind: 'root-unknown' }],
    });
  });

  /** The smallest change of a value, by its type. */
  const changed: Record<string, (column: string) => string> = {
    text: (column) =>
      `overlay(${column} PLACING CASE WHEN ${column} LIKE 'x%' THEN 'y' ELSE 'x' END FROM 1 FOR 1)`,
    timestamptz: (column) => `${column} + interval '1 microsecond'`,
    date: (column) => `${column} + 1`,
    bool: (column) => `NOT ${column}`,
    char: (column) => `chr(ascii(${column}::text) + 1)::"char"`,
    xid8: (column) => `(${column}::text::bigint + 1)::text::xid8`,
    uuid: (column) =>
      `overlay(${column}::text PLACING CASE WHEN ${column}::text LIKE '0%' THEN '1' ELSE '0' END FROM 1 FOR 1)::uuid`,
    bytea: (column) => `set_byte(${column}, 31, get_byte(${column}, 31) # 1)`,
    ...Object.fromEntries(
      ['int2', 'int4', 'int8'].map((type) => [type, (column: string) => `${column} + 1`]),
    ),
    _int8: (column) => `array_replace(${column}, ${column}[1], ${column}[1] + 1000)`,
  };

  const columnsOf = (table: string) =>
    world.rows<{ name: string; type: string }>(
      `SELECT attname AS name, typname AS type FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = '' ORDER BY attnum`,
      [table],
    );

  const changeOf = (table: string, { name, type }: { name: string; type: string }) => {
    const change = changed[type];
    if (!change) throw new Error(`Nobody has said how a ${type} is changed, which ${table}.${name} is`);
    return change(name);
  };

  it('shows the smallest change of every column of a row, and where', async () => {
    for (const column of await columnsOf('audit.log')) {
      const [row] = await world.rows<{ id: number }>(
        `SELECT id::int FROM audit.log
         WHERE ${column.name} IS NOT NULL AND id <= (SELECT max(to_id) FROM audit.seals) ORDER BY id DESC LIMIT 1`,
      );
      const findings = await foundAfter((owner) =>
        owner.query(`UPDATE audit.log SET ${column.name} = ${changeOf('audit.log', column)} WHERE id = $1`, [
          row?.id,
        ]),
      );
      expect([column.name, findings]).toMatchObject([column.name, [{ kind: 'row-changed', row: row?.id }]]);
    }
  }, 60_000);

  it('shows the smallest change of every column of a seal, and of which', async () => {
    for (const column of await columnsOf('audit.seals')) {
      const last = (await verify()).root?.seal ?? 0;
      const findings = await foundAfter((owner) =>
        owner.query(
          `UPDATE audit.seals SET ${column.name} = ${changeOf('audit.seals', column)} WHERE number = $1`,
          [last],
        ),
      );
      const seal = column.name === 'number' ? last + 1 : last;
      expect([column.name, findings[0]]).toMatchObject([column.name, { kind: 'seal-changed', seal }]);
    }
  }, 60_000);

  it('shows every single byte of a text that is not as it was, and where', async () => {
    const columns = [
      'row_id',
      'actor_kind',
      'actor_id',
      'request_id',
      'old_values',
      'new_values',
      'parameters',
    ];
    const byte = fc.record({ column: fc.constantFrom(...columns), row: fc.nat(1_000), at: fc.nat(1_000) });
    await fc.assert(
      fc.asyncProperty(byte, async ({ column, row, at }) => {
        const rows = await world.rows<{ id: number; text: string }>(
          `SELECT id::int, ${column} AS text FROM audit.log
           WHERE ${column} <> '' AND id <= (SELECT max(to_id) FROM audit.seals) ORDER BY id`,
        );
        const chosen = rows[row % rows.length];
        if (!chosen) return;
        const place = at % chosen.text.length;
        const flipped = chosen.text[place] === 'x' ? 'y' : 'x';
        const text = chosen.text.slice(0, place) + flipped + chosen.text.slice(place + 1);
        const findings = await foundAfter((owner) =>
          owner.query(`UPDATE audit.log SET ${column} = $2 WHERE id = $1`, [chosen.id, text]),
        );
        expect(findings).toMatchObject([{ kind: 'row-changed', row: chosen.id }]);
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('shows a byte of a seal, too', async () => {
    const byte = fc.record({ seal: fc.nat(100), at: fc.nat(10_000), bit: fc.nat(7) });
    await fc.assert(
      fc.asyncProperty(byte, async ({ seal, at, bit }) => {
        const [{ number, bytes } = { number: 0, bytes: 0 }] = await world.rows<{
          number: number;
          bytes: number;
        }>(
          `SELECT number::int, length(row_digests) AS bytes FROM audit.seals ORDER BY number
           OFFSET $1 % (SELECT count(*) FROM audit.seals) LIMIT 1`,
          [seal],
        );
        const findings = await foundAfter((owner) =>
          owner.query(
            `UPDATE audit.seals
             SET row_digests = set_byte(row_digests, $2, get_byte(row_digests, $2) # (1 << $3)) WHERE number = $1`,
            [number, at % bytes, bit],
          ),
        );
        expect(findings[0]).toMatchObject({ kind: 'seal-changed', seal: number });
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('shows a statement that reads as something else than was asked', async () => {
    const findings = await foundAfter((owner) =>
      owner.query(`UPDATE audit.statements SET text = 'SELECT 1'`),
    );
    expect(findings.length).toBeGreaterThan(0);
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['row-changed']));
  });

  it('waits for whoever may still commit a row of the stretch', async () => {
    await withClient(world.database.ownerUrl, async (slow) => {
      await world.settle();
      await slow.query('BEGIN');
      await slow.query(
        `INSERT INTO identity.partners (id, name, created_at) VALUES (gen_random_uuid(), 'Slow', now())`,
      );
      await clerk.client.patch(`/v1/catalog/products/${await product(world)}`, { price: 999 });
      const before = await verify();
      await world.settle();
      expect((await verify()).root).toEqual(before.root);
      await slow.query('COMMIT');
    });
    await world.settle();
    await world.settle();
    const { intact, root } = await verify();
    expect(intact).toBe(true);
    const [unsealed] = await world.rows<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM audit.log WHERE action <> 'S' AND id > (SELECT max(to_id) FROM audit.seals)`,
    );
    expect(unsealed?.rows).toBe(0);
    expect(root?.seal).toBeGreaterThan(1);
  });
});
