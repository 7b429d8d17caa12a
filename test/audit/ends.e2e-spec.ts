/** What the chain of seals does not tell by itself: what was taken from its end, and what stands outside of every stretch. */
import type { Verification } from '@plaza/audit';
import { withClient } from '@plaza/engines';
import type { Client as Connection } from 'pg';
import { product, staff, type Person } from '../catalog/shop';
import { World } from '#test/world';
import { tamperedWith } from './tampering';

describe('Verifying the log', () => {
  let world: World;
  let clerk: Person;

  beforeAll(async () => {
    world = await World.start();
    clerk = await staff(world);
    for (let seals = 0; seals < 2; seals += 1) {
      await product(world);
      await world.settle();
    }
  });

  afterAll(async () => {
    await world.end();
  });

  async function verify(): Promise<Verification> {
    const { status, body } = await clerk.client.post<Verification>('/v1/audit/verify', {});
    expect(status).toBe(200);
    return body;
  }

  const foundAfter = (change: (owner: Connection) => Promise<unknown>) =>
    tamperedWith(world, change, async () => (await verify()).findings);

  it('shows that the newest seal was taken away together with its rows, also when others follow', async () => {
    const last = (await verify()).root?.seal ?? 0;
    const findings = await foundAfter(async (owner) => {
      await owner.query(`DELETE FROM audit.log WHERE id >= (SELECT max(from_id) FROM audit.seals)`);
      await owner.query('DELETE FROM audit.seals WHERE number = $1', [last]);
      expect((await verify()).findings).toMatchObject([{ kind: 'seal-missing', seal: last }]);
      await clerk.client.patch(`/v1/catalog/products/${await product(world)}`, { price: 140 });
      await world.settle();
    });
    expect(findings[0]).toMatchObject({ kind: 'seal-missing', seal: last + 1 });
  });

  it('shows a newest seal that was made anew', async () => {
    const [last] = await world.rows<{ number: number }>(
      `SELECT number::int FROM audit.seals ORDER BY number DESC LIMIT 1`,
    );
    const findings = await foundAfter((owner) =>
      owner.query('UPDATE audit.seals SET hash = sha256(hash) WHERE number = $1', [last?.number]),
    );
    expect(findings).toMatchObject([{ kind: 'seal-changed' }, { kind: 'seal-changed', seal: last?.number }]);
  });

  it('shows rows that stand before the first and behind the last id that was given', async () => {
    for (const id of [0, -5, 4_000_000_000]) {
      const findings = await foundAfter((owner) =>
        owner.query(
          `INSERT INTO audit.log (id, at, transaction_id, table_no, action, listed) OVERRIDING SYSTEM VALUE
           SELECT $1, at, transaction_id, table_no, 'I', true FROM audit.log ORDER BY id LIMIT 1`,
          [id],
        ),
      );
      expect(findings).toMatchObject([{ kind: 'row-inserted', row: id }]);
    }
  });

  it('shows a month that nobody may have taken out yet', async () => {
    const [month] = await world.rows<{ part: string; from: string; to: string }>(
      `SELECT 'log_' || to_char(month, 'YYYY_MM') AS part, audit.begin_of(month)::text AS from,
              audit.begin_of((month + interval '1 month')::date)::text AS to
       FROM (SELECT month FROM audit.seals ORDER BY number LIMIT 1) AS first`,
    );
    await withClient(world.database.ownerUrl, async (owner) => {
      await owner.query(`ALTER TABLE audit.log DETACH PARTITION audit.${month?.part}`);
      try {
        const { intact, findings } = await verify();
        expect(intact).toBe(false);
        expect(findings).toMatchObject([{ kind: 'month-missing', seal: 1 }]);
      } finally {
        await owner.query(
          `ALTER TABLE audit.log ATTACH PARTITION audit.${month?.part} FOR VALUES FROM ('${month?.from}') TO ('${month?.to}')`,
        );
      }
    });
    expect(await verify()).toMatchObject({ intact: true });
  });
});
