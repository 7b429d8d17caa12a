/** The counts of messages stay few, and the same in sum. */
import { withClient } from '@plaza/engines';
import { Tallies } from '@plaza/payments';
import { World } from '#test/world';

describe('The tallies of messages', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start({ processes: ['payments'] });
  });

  afterAll(() => world.end());

  const summed = () =>
    world.rows<{ outcome: string; messages: string; rows: number }>(
      `SELECT outcome, sum(messages)::text AS messages, count(*)::integer AS rows FROM payments.tallies
       GROUP BY outcome ORDER BY outcome`,
    );

  it('are folded when there are many of them, without a message more or less', async () => {
    await withClient(world.database.ownerUrl, (owner) =>
      owner.query(`INSERT INTO payments.tallies (topic, partition, outcome, messages)
        SELECT 'online', 0, CASE WHEN n % 2 = 0 THEN 'open' ELSE 'stored' END, n FROM generate_series(1, 2500) n`),
    );
    const before = await summed();
    while (await world.app.get(Tallies).fold());
    const after = await summed();
    expect(after.map(({ outcome, messages }) => [outcome, messages])).toEqual(
      before.map(({ outcome, messages }) => [outcome, messages]),
    );
    for (const { rows } of after) expect(rows).toBeLessThan(500);
  });
});
